package fi.kotiovi.backoffice.workorder;

import com.vaadin.flow.component.html.Div;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.domain.workorder.WorkOrder;
import fi.kotiovi.vocabulary.Pets;

/** What to know at the door, in a glance: may the master key be used, is there a dog, which language. */
public class DoorPills extends Div {
    private static final long serialVersionUID = 1;

    public DoorPills(WorkOrder.Door door) {
        addClassNames("row", "wrap");
        var consent = door.entryConsent();
        if (consent != null) {
            add(new Pill(
                    getTranslation("entry." + consent),
                    switch (consent) {
                        case YES -> Pill.Tone.PLAIN;
                        case ONLY_WITH_ME, CALL_FIRST -> Pill.Tone.SUN;
                    }));
        }
        var pets = door.pets();
        if (pets != null && pets != Pets.NONE) {
            add(new Pill(getTranslation("pets." + pets), Pill.Tone.SUN));
        }
        if (door.extraLock()) {
            add(new Pill(getTranslation("work.extraLock"), Pill.Tone.SUN));
        }
        if (door.language() != Languages.current()) {
            add(new Pill(getTranslation("speaks." + door.language()), Pill.Tone.PLAIN));
        }
    }
}
