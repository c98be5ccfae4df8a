package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.Component;
import fi.kotiovi.backoffice.shell.Say;
import fi.kotiovi.domain.visit.DeskVisit;

/** Says what was done to somebody's visit, and whether they hear of it by themselves or somebody has to call. */
final class Told {
    private Told() {}

    static void say(Component here, DeskVisit visit, String done) {
        if (visit.hasMail()) {
            Say.done(done + " " + here.getTranslation("told.mail"));
        } else {
            Say.problem(done + " " + here.getTranslation("told.call", visit.phone()));
        }
    }
}
