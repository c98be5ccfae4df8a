package fi.kotiovi.backoffice.notification;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Live;
import fi.kotiovi.domain.mail.Quarantine;
import fi.kotiovi.domain.notification.SentLog;
import fi.kotiovi.domain.notification.SentLog.Entry;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** What went to whom and when, or why not; a click shows what it said. */
@Route("sent")
@RolesAllowed({"DESK", "AGENT", "FOREMAN", "MANAGER", "ADMIN"})
public class SentView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final int PAGE = 50;

    private final transient SentLog log;
    private final H1 title = new H1();
    private final Div rows = new Div();
    private final NativeButton more;
    private int shown = PAGE;

    public SentView(SentLog log, Quarantine quarantine, Live live) {
        this.log = log;
        addClassNames("sent", "sheet");
        rows.addClassNames("card", "rows");
        var intro = new Paragraph(getTranslation("sent.hint"));
        intro.addClassName("soft");
        more = Buttons.line(getTranslation("more"), () -> {
            shown += PAGE;
            show(look());
        });
        add(title, intro);
        if (quarantine.isForCaller() && quarantine.count() > 0) {
            var unread = new Anchor("mail", getTranslation("mail.aside.title", quarantine.count()));
            unread.addClassNames("notice", "sun");
            add(unread);
        }
        add(rows, more);
        var first = look();
        show(first);
        live.watch(this, first, this::look, this::show);
    }

    private Look look() {
        return new Look(log.count(), log.newestFirst(0, shown));
    }

    private void show(Look look) {
        title.setText(getTranslation("sent.title", look.count));
        rows.removeAll();
        rows.setVisible(!look.newest.isEmpty());
        look.newest.forEach(entry -> rows.add(new SentRow(entry)));
        more.setVisible(look.count > shown);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.sent") + " · Kotiovi";
    }

    private record Look(int count, List<Entry> newest) {}
}
