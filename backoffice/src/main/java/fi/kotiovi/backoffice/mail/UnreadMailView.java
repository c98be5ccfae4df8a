package fi.kotiovi.backoffice.mail;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Say;
import fi.kotiovi.domain.mail.Quarantine;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;

/** Letters that could not be read, for a person to look at: nothing that came in may be lost without somebody knowing. */
@Route("mail")
@RolesAllowed({"MANAGER", "ADMIN"})
public class UnreadMailView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final int PAGE = 50;

    private final transient Quarantine quarantine;
    private final H1 title = new H1();
    private final Div rows = new Div();
    private final NativeButton more;
    private int shown = PAGE;

    public UnreadMailView(Quarantine quarantine) {
        this.quarantine = quarantine;
        addClassNames("unread-mail", "sheet");
        rows.addClassName("rows");
        var intro = new Paragraph(getTranslation("mail.aside.hint"));
        intro.addClassName("soft");
        more = Buttons.line(getTranslation("more"), () -> {
            shown += PAGE;
            show();
        });
        add(title, intro, rows, more);
        show();
    }

    private void show() {
        var count = quarantine.count();
        title.setText(getTranslation("mail.aside.title", count));
        rows.removeAll();
        quarantine.newestFirst(shown).forEach(entry -> rows.add(row(entry)));
        more.setVisible(count > shown);
    }

    private Div row(Quarantine.Entry entry) {
        var arrived = new Paragraph(
                getTranslation("mail.aside.arrived", Formats.moment(entry.receivedAt(), Languages.current())));
        arrived.addClassName("strong");
        var why = new Paragraph(entry.reason());
        why.addClassNames("soft", "small", "typed");
        var beginning = new Paragraph();
        beginning.addClassNames("typed", "small");
        beginning.setVisible(false);
        var look = Buttons.link(getTranslation("mail.aside.look"), () -> {
            beginning.setText(quarantine.beginning(entry.id()));
            beginning.setVisible(true);
        });
        var again = Buttons.line(getTranslation("mail.aside.again"), () -> tryAgain(entry.id()));
        var leave = Buttons.quiet(getTranslation("mail.aside.leave"), () -> leaveOut(entry.id()));
        var ways = new Div(look, again, leave);
        ways.addClassNames("row", "actions");
        var row = new Div(arrived, why, beginning, ways);
        row.addClassNames("card", "unread-row");
        return row;
    }

    private void tryAgain(UUID mail) {
        quarantine.tryAgain(mail);
        Say.done(getTranslation("mail.aside.again.done"));
        show();
    }

    private void leaveOut(UUID mail) {
        quarantine.leaveOut(mail);
        Say.done(getTranslation("mail.aside.leave.done"));
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.mail") + " · Kotiovi";
    }
}
