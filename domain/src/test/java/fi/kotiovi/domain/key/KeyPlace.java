package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_CUSTODY;
import static fi.kotiovi.db.Tables.KEY_RACK;
import static fi.kotiovi.db.Tables.TENANCY;
import static fi.kotiovi.db.Tables.TENANCY_RESIDENT;
import static fi.kotiovi.domain.town.Town.at;
import static org.jooq.Records.mapping;

import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.domain.visit.Booking;
import fi.kotiovi.domain.visit.DeskStep;
import fi.kotiovi.domain.visit.OfficeVisits;
import fi.kotiovi.domain.visit.VisitDesk;
import fi.kotiovi.vocabulary.IdKind;
import fi.kotiovi.vocabulary.KeyHolder;
import fi.kotiovi.vocabulary.KeyKind;
import fi.kotiovi.vocabulary.KeyState;
import fi.kotiovi.vocabulary.LockSystem;
import fi.kotiovi.vocabulary.StaffRole;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.postgres.extensions.types.OffsetDateTimeRange;
import org.jspecify.annotations.Nullable;

/** One office with a key room, one home, Aino who lives there and Liisa at the desk. */
final class KeyPlace {
    static final Signature SIGNED = Signature.onPaper("Aino Korhonen");
    static final Signature DRAWN = Signature.drawn(png(), "Aino Korhonen");
    private static final AtomicInteger TAG = new AtomicInteger(10_000);

    final Town town;
    final UUID office;
    final UUID crew;
    final UUID building;
    final UUID home;
    final Caller.Resident aino;
    final Caller.Staff liisa;
    final Caller.Staff leena;

    KeyPlace(Town town) {
        this.town = town;
        town.clock.setHelsinki(Town.START);
        office = town.work().office(4);
        crew = town.work().crew("Huolto");
        building = town.homes().building(office, crew);
        home = town.homes().homeWithoutKeys(building);
        aino = town.homes().resident("Aino").livingAt(home);
        liisa = town.work().clerk("Liisa", office, StaffRole.DESK);
        leena = town.work().clerk("Leena", office, StaffRole.MANAGER);
        for (var rack : List.of("A", "C")) {
            town.db()
                    .insertInto(KEY_RACK, KEY_RACK.OFFICE_ID, KEY_RACK.NAME, KEY_RACK.HOOKS)
                    .values(office, rack, 40)
                    .execute();
        }
    }

    UUID key(KeyState state) {
        return key(state, LockSystem.MECHANICAL, home);
    }

    UUID key(KeyState state, LockSystem lock, @Nullable UUID of) {
        var n = TAG.addAndGet(2);
        var key = town.db()
                .insertInto(KEY)
                .set(KEY.OFFICE_ID, office)
                .set(KEY.BUILDING_ID, building(of))
                .set(KEY.HOME_ID, of)
                .set(KEY.TAG, "K-" + n)
                .set(KEY.HOOK, "A %02d".formatted(1 + n % 40))
                .set(KEY.KIND, of == null ? KeyKind.MASTER : KeyKind.FLAT)
                .set(KEY.LOCK_SYSTEM, lock)
                .set(KEY.SERIAL, "S" + n)
                .set(KEY.STATE, state)
                .returningResult(KEY.ID)
                .fetchSingle(mapping(id -> id));
        town.db()
                .insertInto(KEY_CUSTODY)
                .set(KEY_CUSTODY.KEY_ID, key)
                .set(
                        KEY_CUSTODY.DURING,
                        OffsetDateTimeRange.offsetDateTimeRange(at("2020-01-01T00:00"), true, null, false))
                .set(KEY_CUSTODY.HOLDER, KeyHolder.OFFICE)
                .execute();
        return key;
    }

    private UUID building(@Nullable UUID of) {
        return of == null
                ? building
                : town.db().fetchSingle(HOME, HOME.ID.eq(of)).getBuildingId();
    }

    private UUID homeOf(Caller.Resident who) {
        return town.db()
                .select(TENANCY.HOME_ID)
                .from(TENANCY)
                .join(TENANCY_RESIDENT)
                .on(TENANCY_RESIDENT.TENANCY_ID.eq(TENANCY.ID))
                .where(TENANCY_RESIDENT.RESIDENT_ID.eq(who.id()))
                .fetchSingle(mapping(id -> id));
    }

    /** Somebody who stands at the counter at nine now; the key that was there when the time was booked is gone. */
    UUID served(Caller.Resident who, String type) {
        return served(who, type, "2026-03-03T09:00");
    }

    UUID served(Caller.Resident who, String type, String when) {
        var visits = town.portal(OfficeVisits.class);
        var any = town.homes().key(homeOf(who), KeyState.IN_STORE);
        var held = Expect.a(Booking.Done.class, town.as(who, () -> visits.hold(type, at(when))));
        var id = held.visit().id();
        town.as(who, () -> visits.confirm(id));
        town.db().deleteFrom(KEY).where(KEY.ID.eq(any)).execute();
        town.as(liisa, () -> town.backOffice(VisitDesk.class).step(id, DeskStep.SERVE));
        return id;
    }

    void finish(UUID visit) {
        town.as(liisa, () -> town.backOffice(VisitDesk.class).step(visit, DeskStep.FINISH));
    }

    Handover handOver(UUID visit, Collection<UUID> keys) {
        return town.as(liisa, () -> town.backOffice(KeyHandovers.class).handOver(visit, keys, IdKind.PASSPORT, SIGNED));
    }

    /** Keys that Aino has had since a visit that is over. */
    List<UUID> withAino(int count) {
        var keys = java.util.stream.Stream.generate(() -> key(KeyState.IN_STORE))
                .limit(count)
                .toList();
        var visit = served(aino, "KEY_PICKUP");
        Expect.a(Handover.Done.class, handOver(visit, keys));
        finish(visit);
        return keys;
    }

    static Brought whole(UUID... keys) {
        return new Brought(Set.of(keys), Set.of(), Set.of());
    }

    KeyState state(UUID key) {
        return town.db().fetchSingle(KEY, KEY.ID.eq(key)).getState();
    }

    List<KeyHolder> holders(UUID key) {
        return town.db()
                .select(KEY_CUSTODY.HOLDER)
                .from(KEY_CUSTODY)
                .where(KEY_CUSTODY.KEY_ID.eq(key))
                .and(Ranges.upper(KEY_CUSTODY.DURING).isNull())
                .fetch(KEY_CUSTODY.HOLDER);
    }

    private static String png() {
        try {
            var image = new java.awt.image.BufferedImage(60, 20, java.awt.image.BufferedImage.TYPE_INT_ARGB);
            var out = new java.io.ByteArrayOutputStream();
            javax.imageio.ImageIO.write(image, "png", out);
            return Base64.getEncoder().encodeToString(out.toByteArray());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
