package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.backoffice.shell.Shortcuts;
import fi.kotiovi.domain.contact.Waiting;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everybody who waits, the oldest first, a page at a time; the one in hand on top. */
class WaitingList extends Section {
    private static final long serialVersionUID = 1;
    private static final int PAGE = 50;

    private final transient ContactPanels panels;
    private final H1 title = new H1();
    private final Div oldest = new Div();
    private final OrderedList items = new OrderedList();
    private final NativeButton more;

    private final @Nullable LeadNotice lead;
    private int shown = PAGE;

    WaitingList(ContactPanels panels, Runnable takeNext) {
        this.panels = panels;
        addClassName("list");
        title.addClassNames("grow", "num");
        title.getElement().setAttribute("aria-live", "polite");
        var row = new Div(title, oldest);
        row.addClassName("row");
        var take = Buttons.primary(getTranslation("queue.takeNext"), takeNext);
        Shortcuts.letter(take, 'n');
        var head = new Div(row, take);
        head.addClassName("list-head");
        var leads = panels.callers.anybody() instanceof Caller.Staff me && me.isAny(StaffRole.MANAGER);
        lead = leads ? new LeadNotice(panels) : null;
        if (lead != null) {
            head.add(lead, new LineTabs(LineTabs.Tab.LINE));
        }
        items.addClassName("items");
        more = Buttons.line(getTranslation("more"), this::showMore);
        var scroller = new Div(items, more);
        scroller.addClassName("scroller");
        scroller.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", getTranslation("nav.queue"));
        add(head, scroller);
    }

    private void showMore() {
        shown += PAGE;
        show(panels.queue.inHand());
    }

    void show(Optional<Waiting> inHand) {
        var length = panels.queue.length();
        title.setText(getTranslation("queue.waiting", length.waiting()));
        oldest.removeAll();
        var since = length.oldest();
        if (since != null) {
            oldest.add(new Pill(getTranslation("queue.oldest", age(since)), Pill.Tone.SUN));
        }
        if (lead != null) {
            lead.show();
        }
        items.removeAll();
        inHand.ifPresent(contact -> items.add(item(contact, "", true)));
        var place = 1;
        for (var contact : panels.queue.waiting(0, shown)) {
            items.add(item(contact, String.valueOf(place), false));
            place++;
        }
        more.setVisible(length.waiting() > shown);
    }

    private ListItem item(Waiting contact, String place, boolean inHand) {
        var number = new Span(place);
        number.addClassNames("num", "strong");
        var subject = new Span(contact.subject());
        subject.addClassName("strong");
        var age = new Span(age(contact.arrivedAt()));
        age.addClassNames("soft", "num");
        var who = new Span(who(contact));
        who.addClassName("soft");
        var channel = new Span(why(contact));
        channel.addClassName("soft");
        var item = new ListItem(number, subject, age, new Span(), who, channel);
        item.setClassName("others", !inHand && !contact.standing().mine());
        if (inHand) {
            item.addClassName("on");
            item.getElement().setAttribute("aria-current", "true");
        }
        return item;
    }

    /** Whose it is or why it is here again; otherwise how it came. */
    private String why(Waiting contact) {
        var standing = contact.standing();
        if (standing.keptFor() != null && !standing.mine()) {
            return getTranslation("queue.keptFor", standing.keptFor());
        }
        if (standing.team() != null) {
            return standing.team();
        }
        if (!standing.mine()) {
            return getTranslation("queue.ofOthers");
        }
        return standing.mark() == null
                ? getTranslation("channel." + contact.channel())
                : getTranslation("queue.mark." + standing.mark());
    }

    private String age(OffsetDateTime since) {
        return panels.ages.shown(Duration.between(since.toInstant(), panels.clock.instant()), Languages.current());
    }

    private String who(Waiting contact) {
        var language = Languages.current();
        var address = contact.address();
        var name = contact.residentName();
        return Stream.of(
                        name == null ? getTranslation("queue.unknown") : name,
                        address == null ? "" : address.in(language),
                        contact.language() == language
                                ? ""
                                : Languages.locale(contact.language()).getLanguage())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
