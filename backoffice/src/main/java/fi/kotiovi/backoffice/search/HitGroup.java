package fi.kotiovi.backoffice.search;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.housing.PhoneNumbers;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.search.Group;
import fi.kotiovi.domain.search.Hit;
import fi.kotiovi.domain.search.Searches;
import fi.kotiovi.vocabulary.StaffRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was found of one kind, the best first, a page at a time. */
class HitGroup extends Section {
    private static final long serialVersionUID = 1;
    private static final int PAGE = 20;

    private final Group group;
    private final Caller.Staff me;
    private final UnorderedList list = new UnorderedList();
    private final NativeButton more;
    private int shown;

    HitGroup(Searches searches, Group group, String words, Searches.Page first, Caller.Staff me) {
        this.group = group;
        this.me = me;
        addClassNames("card", "hits");
        list.addClassName("plain");
        more = Buttons.line(getTranslation("more"), () -> show(searches.page(group, words, shown, PAGE)));
        more.addClassName("s");
        more.setAriaLabel(getTranslation("more") + ": " + getTranslation("search.group." + group));
        add(new H2(getTranslation("search.group." + group)), list, more);
        show(first);
    }

    private void show(Searches.Page page) {
        page.hits().forEach(hit -> list.add(item(hit)));
        shown += page.hits().size();
        more.setVisible(page.more());
    }

    private ListItem item(Hit hit) {
        var language = Languages.current();
        var title = hit.title().in(language);
        var name = link(hit, title)
                .<HtmlComponent>map(href -> new Anchor(href, title))
                .orElseGet(() -> new Span(title));
        name.addClassName("strong");
        var address = hit.address();
        var at = hit.at();
        var facts = new Span(Stream.of(
                        number(hit),
                        hit.person().equals(title) ? "" : hit.person(),
                        address == null ? "" : address.in(language),
                        at == null ? "" : Formats.dated(at, language),
                        hit.state().isEmpty() ? "" : getTranslation(hit.state()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · ")));
        facts.addClassNames("soft", "small", "num");
        var head = new Div(name, facts);
        head.addClassNames("row", "wrap");
        var item = new ListItem(head);
        if (!hit.words().isEmpty()) {
            var snippet = new Paragraph(hit.words());
            snippet.addClassName("small");
            item.add(snippet);
        }
        return item;
    }

    private String number(Hit hit) {
        return switch (group) {
            case RESIDENTS -> hit.number().isEmpty() ? "" : PhoneNumbers.shown(hit.number());
            case KEYS -> "";
            default -> hit.number();
        };
    }

    /** Only where the caller may go. */
    private Optional<String> link(Hit hit, String title) {
        return switch (group) {
            case CONTACTS -> Optional.of("contacts/" + hit.number());
            case KEYS -> Optional.of("keys/" + hit.id());
            case KNOWLEDGE -> Optional.of("knowledge/" + hit.id());
            case RESIDENTS -> Optional.of(call(title));
            case HOMES ->
                me.isAny(StaffRole.AGENT, StaffRole.DESK, StaffRole.MANAGER)
                        ? Optional.of(call(title))
                        : Optional.empty();
            case FAULTS ->
                me.isAny(StaffRole.CREW, StaffRole.ON_CALL, StaffRole.FOREMAN)
                        ? Optional.of("work/" + hit.id())
                        : Optional.of("faults/" + hit.number());
            case VISITS -> Optional.empty();
        };
    }

    private static String call(String who) {
        return "call?who=" + URLEncoder.encode(who, StandardCharsets.UTF_8);
    }
}
