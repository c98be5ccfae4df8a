package fi.kotiovi.portal.contact;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.domain.knowledge.HelpOffers;
import fi.kotiovi.domain.knowledge.Offer;
import fi.kotiovi.portal.shell.Languages;
import java.util.List;
import java.util.UUID;

/**
 * What may answer a message before it is sent. It stands below what is being written and never in its way; whoever is not
 * helped sends as ever.
 */
class Offers extends Div {
    private static final long serialVersionUID = 1;

    private final transient HelpOffers offers;
    private final UUID submission;
    private final transient Runnable helped;
    private List<Offer> shown = List.of();

    /** {@code helped} hears when one of them was the answer. */
    Offers(HelpOffers offers, UUID submission, Runnable helped) {
        this.offers = offers;
        this.submission = submission;
        this.helped = helped;
        addClassNames("stack", "offers");
        getElement().setAttribute("aria-live", "polite");
        setVisible(false);
    }

    /** Looks again after a pause in writing; what is open on the page stays when the same things fit. */
    void look(String words) {
        var found = offers.to(words, Languages.current());
        if (found.equals(shown)) {
            return;
        }
        shown = found;
        removeAll();
        setVisible(!found.isEmpty());
        if (!found.isEmpty()) {
            offers.shown(submission, found);
            add(new H2(getTranslation("offer.title")));
            found.forEach(offer -> add(card(offer)));
        }
    }

    private Div card(Offer offer) {
        var summary = new Span(offer.title());
        summary.addClassName("strong");
        var body = new Paragraph(offer.body());
        body.addClassName("typed");
        var yes = new NativeButton(getTranslation("offer.helped"), click -> {
            offers.helped(submission, offer);
            helped.run();
        });
        yes.addClassNames("btn", "quiet", "s");
        var open = new Div(body, yes);
        open.addClassName("stack");
        var details = new NativeDetails(summary, open);
        var card = new Div(details);
        card.addClassNames("card", "offer");
        return card;
    }
}
