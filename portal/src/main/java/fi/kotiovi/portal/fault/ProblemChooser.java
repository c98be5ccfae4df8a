package fi.kotiovi.portal.fault;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import fi.kotiovi.domain.fault.FaultCatalogue;
import fi.kotiovi.domain.fault.FaultCatalogue.Category;
import fi.kotiovi.domain.fault.FaultCatalogue.Problem;
import fi.kotiovi.portal.shell.Languages;
import java.util.function.Consumer;

/** First the thing, then what is wrong with it; both on one page, the second opens under the first. */
class ProblemChooser extends Div {
    private static final long serialVersionUID = 1;

    private final transient FaultCatalogue catalogue;
    private final transient Consumer<Problem> chosen;
    private final Div problems = ReportFaultView.stack();

    ProblemChooser(FaultCatalogue catalogue, String place, Consumer<Problem> chosen) {
        this.catalogue = catalogue;
        this.chosen = chosen;
        var categories = catalogue.categories(place);
        var tiles = ReportFaultView.tiles();
        categories.forEach(category -> tiles.add(ReportFaultView.choice(
                FaultPictures.ofCategory(category.code()),
                category.name().in(Languages.current()),
                "tile",
                () -> open(category))));
        problems.getElement().setAttribute("aria-live", "polite");
        add(tiles, problems);
        if (categories.size() == 1) {
            open(categories.getFirst());
        }
    }

    private void open(Category category) {
        problems.removeAll();
        var title = new H2(category.name().in(Languages.current()));
        title.setId("problems");
        problems.add(title);
        for (var problem : catalogue.problems(category.code())) {
            problems.add(ReportFaultView.choice(
                    FaultPictures.ofCategory(category.code()),
                    problem.name().in(Languages.current()),
                    "line",
                    () -> chosen.accept(problem)));
        }
        title.getElement().executeJs("this.scrollIntoView({block: 'start', behavior: 'smooth'})");
    }
}
