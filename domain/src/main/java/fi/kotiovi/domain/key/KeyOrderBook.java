package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_ORDER;

import fi.kotiovi.domain.ShortNumbers;
import fi.kotiovi.domain.key.Clerks.Clerk;
import fi.kotiovi.vocabulary.KeyEventKind;
import fi.kotiovi.vocabulary.KeyKind;
import fi.kotiovi.vocabulary.KeyOrderState;
import fi.kotiovi.vocabulary.KeyState;
import fi.kotiovi.vocabulary.LockSystem;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down that a key was ordered: its tag is chosen now, serial and hook when it comes. */
@Component
class KeyOrderBook {
    private final DSLContext db;
    private final KeyRegister register;
    private final KeyLedger ledger;

    KeyOrderBook(DSLContext db, KeyRegister register, KeyLedger ledger) {
        this.db = db;
        this.register = register;
        this.ledger = ledger;
    }

    UUID write(Orderer who, KeyKind kind, LockSystem lockSystem, @Nullable UUID wish, Clerk clerk, OffsetDateTime now) {
        var key = key(who, kind, lockSystem, clerk);
        while (key.isEmpty()) {
            // somebody took the tag at this very moment: by now it is seen, and the next one is free
            key = key(who, kind, lockSystem, clerk);
        }
        var order = db.insertInto(KEY_ORDER)
                .set(KEY_ORDER.NUMBER, ShortNumbers.nextKeyOrder(now))
                .set(KEY_ORDER.KEY_ID, key.get())
                .set(KEY_ORDER.OFFICE_ID, clerk.office())
                .set(KEY_ORDER.HOME_ID, who.home())
                .set(KEY_ORDER.RESIDENT_ID, who.resident())
                .set(KEY_ORDER.STATE, KeyOrderState.ORDERED)
                .set(KEY_ORDER.ORDERED_BY, clerk.id())
                .set(KEY_ORDER.ORDERED_AT, now)
                .set(KEY_ORDER.WISH_ID, wish)
                .returningResult(KEY_ORDER.ID)
                .fetchSingle(r -> r.value1());
        ledger.log(key.get(), KeyEventKind.ORDERED, clerk.id(), "", now);
        return order;
    }

    /** Ordered and not here yet; empty when somebody else took the tag first. */
    private Optional<UUID> key(Orderer who, KeyKind kind, LockSystem lockSystem, Clerk clerk) {
        return db.insertInto(KEY)
                .set(KEY.OFFICE_ID, clerk.office())
                .set(KEY.BUILDING_ID, who.building())
                .set(KEY.HOME_ID, who.home())
                .set(KEY.TAG, register.nextTag())
                .set(KEY.HOOK, "")
                .set(KEY.KIND, kind)
                .set(KEY.LOCK_SYSTEM, lockSystem)
                .set(KEY.SERIAL, "")
                .set(KEY.STATE, KeyState.ORDERED)
                .onConflict(KEY.TAG)
                .doNothing()
                .returningResult(KEY.ID)
                .fetchOptional(KEY.ID);
    }
}
