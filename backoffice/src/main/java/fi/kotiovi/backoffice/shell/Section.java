package fi.kotiovi.backoffice.shell;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.vocabulary.StaffRole;
import java.util.List;
import java.util.Locale;

/** The parts of the site and whom they are for; the same roles as the domain asks for. */
public enum Section {
    QUEUE("queue", Icon.QUEUE, StaffRole.AGENT, StaffRole.DESK, StaffRole.MANAGER),
    CALL("call", Icon.PHONE, StaffRole.AGENT, StaffRole.DESK, StaffRole.MANAGER),
    DESK("desk", Icon.DESK, StaffRole.DESK, StaffRole.MANAGER),
    BOARD("board", Icon.BOARD, StaffRole.DESK, StaffRole.MANAGER),
    KEYS("keys", Icon.KEY, StaffRole.DESK, StaffRole.MANAGER),
    KNOWLEDGE("knowledge", Icon.KNOWLEDGE, StaffRole.AGENT, StaffRole.DESK, StaffRole.FOREMAN, StaffRole.MANAGER),
    CALENDAR("calendar", Icon.CALENDAR, StaffRole.DESK, StaffRole.MANAGER, StaffRole.ADMIN),
    WORK("work", Icon.WORK, StaffRole.CREW, StaffRole.ON_CALL, StaffRole.FOREMAN),
    ALERTS("alerts", Icon.ALERT, StaffRole.values()),
    SENT("sent", Icon.SENT, StaffRole.DESK, StaffRole.AGENT, StaffRole.FOREMAN, StaffRole.MANAGER, StaffRole.ADMIN);

    private final String path;
    private final Icon icon;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<StaffRole> roles;

    Section(String path, Icon icon, StaffRole... roles) {
        this.path = path;
        this.icon = icon;
        this.roles = List.of(roles);
    }

    public String path() {
        return path;
    }

    Icon icon() {
        return icon;
    }

    public boolean isFor(Caller.Staff me) {
        return roles.stream().anyMatch(me::isAny)
                && (me.officeId() != null || (this != DESK && this != BOARD && this != KEYS));
    }

    String title() {
        return "nav." + name().toLowerCase(Locale.ROOT);
    }

    int count(Pulse.Beat beat) {
        return switch (this) {
            case QUEUE -> beat.queue();
            case DESK -> beat.desk();
            case WORK -> beat.work();
            case ALERTS -> beat.alerts().size();
            case CALL, BOARD, KEYS, KNOWLEDGE, CALENDAR, SENT -> 0;
        };
    }
}
