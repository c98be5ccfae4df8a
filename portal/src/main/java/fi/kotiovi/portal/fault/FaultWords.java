package fi.kotiovi.portal.fault;

import fi.kotiovi.domain.fault.Fault;
import fi.kotiovi.portal.shell.Formats;
import fi.kotiovi.vocabulary.FaultState;
import fi.kotiovi.vocabulary.Language;

/** How a fault stands, in words and in colour. */
class FaultWords {
    private final Translate translate;
    private final Language language;

    FaultWords(Translate translate, Language language) {
        this.translate = translate;
        this.language = language;
    }

    String state(FaultState state) {
        return translate.text("fault.state." + state.getLiteral());
    }

    /** What the resident can expect next, with the time of the promise while nobody has begun. */
    String next(Fault fault) {
        if (fault.state() == FaultState.RECEIVED && !fault.isUrgent()) {
            return translate.text("fault.next.RECEIVED", Formats.moment(fault.promisedBy(), language));
        }
        return translate.text("fault.next."
                + switch (fault.state()) {
                    case RECEIVED -> "ALERTING";
                    case ACCEPTED -> fault.isUrgent() ? "ACKNOWLEDGED" : "ACCEPTED";
                    default -> fault.state().getLiteral();
                });
    }

    int progress(FaultState state) {
        return switch (state) {
            case RECEIVED, ON_CALL_ALERTED -> 1;
            case ACCEPTED, SCHEDULED, WAITING, NO_ACCESS -> 2;
            case ON_THE_WAY, IN_PROGRESS -> 3;
            case DONE, CLOSED -> ProgressBars.STEPS;
        };
    }

    static String colour(Fault fault) {
        return switch (fault.state()) {
            case RECEIVED, ACCEPTED, SCHEDULED ->
                fault.isUrgent() && fault.state() == FaultState.RECEIVED ? "ember" : "sky";
            case ON_CALL_ALERTED -> "ember";
            case ON_THE_WAY, IN_PROGRESS, WAITING, NO_ACCESS -> "sun";
            case DONE -> "moss";
            case CLOSED -> "plain";
        };
    }

    /** A component's own translations. */
    @FunctionalInterface
    interface Translate {
        String text(String key, Object... parameters);
    }
}
