package fi.kotiovi.e2e.bench;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.visit.OfficeVisits;
import fi.kotiovi.domain.visit.Slot;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the service says to win and to lose each slot, said again over bare JDBC. Both begin alike; whoever hears that no
 * counter is left goes on as somebody who has lost.
 */
final class SlotTapes {
    private final Ground ground;
    private final Map<Slot, Tape> won = new LinkedHashMap<>();
    private final Map<Slot, Tape> lost = new LinkedHashMap<>();
    private final Map<UUID, UUID> homes;
    private final UUID winner;
    private final UUID loser;

    private SlotTapes(Ground ground, UUID winner, UUID loser) {
        this.ground = ground;
        this.homes = ground.homesOfResidents();
        this.winner = winner;
        this.loser = loser;
    }

    /** Sells every slot in order, and listens to one who wins and one who comes too late. */
    static SlotTapes of(Ground ground, List<Caller.Resident> people, List<Slot> slots, int counters) {
        var visits = ground.portal(OfficeVisits.class);
        var winner = people.get(0);
        var loser = people.get(1);
        var tapes = new SlotTapes(ground, winner.id(), loser.id());
        var others = people.subList(2, people.size()).iterator();
        for (var slot : slots) {
            tapes.won.put(slot, Tape.of(() -> ground.as(winner, () -> SlotRace.wins(visits, slot))));
            ground.owner()
                    .run(
                            "update visit set state = 'CANCELLED_RESIDENT' where resident_id = ? and state = 'BOOKED'",
                            winner.id());
            for (int counter = 0; counter < counters; counter++) {
                var other = others.next();
                ground.as(other, () -> SlotRace.wins(visits, slot));
            }
            tapes.lost.put(slot, Tape.of(() -> ground.as(loser, () -> SlotRace.wins(visits, slot))));
        }
        return tapes;
    }

    boolean attempt(Caller.Resident who, Slot slot) {
        var winning = won.get(slot);
        var losing = lost.get(slot);
        if (winning == null || losing == null) {
            throw new IllegalArgumentException("Nobody listened to " + slot);
        }
        try (var connection = ground.portalConnection()) {
            var at = winning.replay(connection, as(winner, who), 0);
            if (at == winning.steps()) {
                return true;
            }
            losing.replay(connection, as(loser, who), at);
            return false;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    int statementsToWin() {
        return won.values().iterator().next().length();
    }

    int statementsToLose() {
        return lost.values().iterator().next().length();
    }

    private Map<UUID, UUID> as(UUID before, Caller.Resident who) {
        return Map.of(before, who.id(), home(before), home(who.id()));
    }

    private UUID home(UUID resident) {
        var home = homes.get(resident);
        if (home == null) {
            throw new IllegalStateException("Lives nowhere: " + resident);
        }
        return home;
    }
}
