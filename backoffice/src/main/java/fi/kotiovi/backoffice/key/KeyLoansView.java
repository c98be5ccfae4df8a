package fi.kotiovi.backoffice.key;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.housing.PhoneNumbers;
import fi.kotiovi.domain.key.KeyLoans;
import fi.kotiovi.domain.key.Lending;
import fi.kotiovi.domain.key.Loan;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** Which keys crews and contractors have, the most overdue first. */
@Route("keys/loans")
@RolesAllowed({"DESK", "MANAGER"})
public class KeyLoansView extends KeyPage {
    private static final long serialVersionUID = 1;
    private static final int PAGE = 50;

    private final transient KeyLoans loans;
    private final transient Clock clock;
    private final Paragraph count = new Paragraph();
    private final Div list = new Div();
    private final NativeButton more;
    private int shown = PAGE;

    public KeyLoansView(KeyLoans loans, Clock clock) {
        super(KeyTabs.Tab.LOANS, "key.loans.title");
        this.loans = loans;
        this.clock = clock;
        list.addClassName("stack");
        count.addClassName("soft");
        more = Buttons.line(getTranslation("more"), () -> {
            shown += PAGE;
            show();
        });
        add(count, list, more);
        show();
    }

    private void show() {
        var open = loans.open(0, shown + 1);
        list.removeAll();
        count.setText(getTranslation(open.isEmpty() ? "key.loans.none" : "key.loans.hint"));
        open.stream().limit(shown).forEach(loan -> list.add(card(loan)));
        more.setVisible(open.size() > shown);
    }

    private Div card(Loan loan) {
        var language = Languages.current();
        var late = loan.dueAt().isBefore(Helsinki.now(clock));
        var due = new Pill(
                getTranslation(late ? "key.loan.late" : "key.loan.due", Formats.moment(loan.dueAt(), language)),
                late ? Pill.Tone.SUN : Pill.Tone.SKY);
        var phone = loan.phone();
        var who = new Span((loan.contractor() == null ? name(loan) : loan.contractor())
                + (phone == null ? "" : " · " + PhoneNumbers.shown(phone))
                + (loan.email() == null ? "" : " · " + loan.email())
                + " · " + loan.workOrder());
        who.addClassName("grow");
        var back = Buttons.line(getTranslation("key.loan.back"), () -> back(loan));
        back.addClassName("s");
        var row = new Div(who, due, back);
        row.addClassNames("row", "wrap");
        return card(words(loan.key()), row);
    }

    private static String name(Loan loan) {
        var holder = loan.key().holder();
        return loan.borrower() == null ? String.valueOf(holder) : loan.borrower() + ", " + holder;
    }

    private void back(Loan loan) {
        var done = loans.takeBack(loan.key().id()) instanceof Lending.Done;
        answer(
                done,
                getTranslation(
                        done ? "key.loan.isBack" : "key.elsewhere",
                        loan.key().tag(),
                        loan.key().hook()));
        show();
    }
}
