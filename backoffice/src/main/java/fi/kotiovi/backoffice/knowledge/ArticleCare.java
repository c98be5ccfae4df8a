package fi.kotiovi.backoffice.knowledge;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.knowledge.Article;
import fi.kotiovi.domain.knowledge.ArticleWriting;
import fi.kotiovi.domain.knowledge.ArticleWriting.Keeper;
import fi.kotiovi.domain.knowledge.Articles;
import fi.kotiovi.vocabulary.StaffRole;
import java.util.function.Consumer;

/** Who keeps an article true, until when it is trusted, and how often it helped. */
class ArticleCare extends Div {
    private static final long serialVersionUID = 1;

    /** {@code done} hears in a sentence what changed. */
    ArticleCare(ArticleWriting writing, Article article, Caller.Staff me, Consumer<String> done) {
        addClassNames("card", "stack");
        var language = Languages.current();
        add(new H2(getTranslation("knowledge.care")));
        if (me.isAny(StaffRole.MANAGER)) {
            manage(writing, article, done);
        } else {
            add(new Paragraph(article.owner() + " · "
                    + getTranslation("knowledge.reviewOn", Formats.dated(article.reviewOn(), language))));
        }
        if (me.isAny(StaffRole.MANAGER) || me.id().equals(article.ownerId())) {
            add(Buttons.quiet(getTranslation("knowledge.stillTrue"), () -> {
                writing.reviewed(article.id());
                done.accept(getTranslation("knowledge.stillTrue.done"));
            }));
        }
        var use =
                new Paragraph(getTranslation("knowledge.used", article.used(), article.shown(), Articles.DAYS_COUNTED));
        use.addClassNames("soft", "small");
        add(use);
    }

    private void manage(ArticleWriting writing, Article article, Consumer<String> done) {
        var owner = new Select<Keeper>();
        owner.setLabel(getTranslation("knowledge.column.owner"));
        var keepers = writing.keepers();
        owner.setItems(keepers);
        owner.setItemLabelGenerator(Keeper::name);
        keepers.stream()
                .filter(keeper -> keeper.id().equals(article.ownerId()))
                .findFirst()
                .ifPresent(owner::setValue);
        var review = new DatePicker(getTranslation("knowledge.column.review"), article.reviewOn());
        review.setLocale(Languages.locale(Languages.current()));
        var save = Buttons.line(getTranslation("knowledge.care.save"), () -> {
            var keeper = owner.getOptionalValue();
            var day = review.getOptionalValue();
            review.setErrorMessage(getTranslation("knowledge.care.day"));
            review.setInvalid(day.isEmpty());
            if (day.isPresent()) {
                writing.care(article.id(), keeper.map(Keeper::id).orElse(article.ownerId()), day.get());
                done.accept(getTranslation("knowledge.care.saved"));
            }
        });
        add(owner, review, save);
    }
}
