package fi.kotiovi.domain.identity;

import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.RESIDENT_ACCOUNT;
import static fi.kotiovi.db.Tables.STAFF;
import static fi.kotiovi.db.Tables.STAFF_ACCOUNT;
import static fi.kotiovi.db.Tables.STAFF_HAS_ROLE;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import fi.kotiovi.db.Routines;
import fi.kotiovi.domain.Storable;
import fi.kotiovi.vocabulary.Realm;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the account that wants in, and slows down whoever guesses. */
@Service
public class SignIns {
    /** How long a wrong guess counts. */
    public static final Duration WINDOW = Duration.ofMinutes(15);

    /** Whoever signed in from an address within this is let try there, however many strangers guess elsewhere. */
    static final Duration KNOWN = Duration.ofDays(30);

    private static final int GUESSES_PER_ACCOUNT_AND_ADDRESS = 5;
    private static final int GUESSES_PER_ADDRESS = 30;

    /** Over all addresses: high, because a stranger must not be able to close somebody else's account on purpose. */
    private static final int GUESSES_PER_ACCOUNT = 50;

    private static final int LONGEST_USERNAME = 200;

    private final DSLContext db;
    private final Clock clock;

    SignIns(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A resident's account; the row is visible to nobody who does not know its user name. */
    @Transactional
    public Optional<Account> ofResident(String username) {
        var asked = normal(username);
        db.select(function(name("set_config"), String.class, inline("kotiovi.signing_in"), val(asked), inline(true)))
                .execute();
        var account = db.select(
                        RESIDENT_ACCOUNT.RESIDENT_ID, RESIDENT_ACCOUNT.PASSWORD_HASH, RESIDENT_ACCOUNT.DISABLED_AT)
                .from(RESIDENT_ACCOUNT)
                .where(RESIDENT_ACCOUNT.USERNAME.eq(asked))
                .fetchOptional();
        if (account.isEmpty()) {
            return Optional.empty();
        }
        var row = account.get();
        db.select(function(
                        name("set_config"),
                        String.class,
                        inline("kotiovi.resident"),
                        val(row.value1().toString()),
                        inline(true)))
                .execute();
        return db.select(RESIDENT.ID, RESIDENT.GIVEN_NAME, RESIDENT.LANGUAGE)
                .from(RESIDENT)
                .where(RESIDENT.ID.eq(row.value1()))
                .fetchOptional(mapping(Caller.Resident::new))
                .map(caller -> new Account(asked, row.value2(), row.value3() == null, caller));
    }

    @Transactional(readOnly = true)
    public Optional<Account> ofStaff(String username) {
        var asked = normal(username);
        var roles = multiset(
                        select(STAFF_HAS_ROLE.ROLE).from(STAFF_HAS_ROLE).where(STAFF_HAS_ROLE.STAFF_ID.eq(STAFF.ID)))
                .convertFrom(r -> new HashSet<>(r.getValues(STAFF_HAS_ROLE.ROLE)));
        return db.select(
                        STAFF_ACCOUNT.PASSWORD_HASH,
                        STAFF_ACCOUNT.DISABLED_AT,
                        STAFF.ID,
                        STAFF.GIVEN_NAME,
                        STAFF.FAMILY_NAME,
                        STAFF.LANGUAGE,
                        roles,
                        STAFF.OFFICE_ID,
                        STAFF.CREW_ID)
                .from(STAFF_ACCOUNT)
                .join(STAFF)
                .on(STAFF.ID.eq(STAFF_ACCOUNT.STAFF_ID))
                .where(STAFF_ACCOUNT.USERNAME.eq(asked))
                .fetchOptional(r -> new Account(
                        asked,
                        r.value1(),
                        r.value2() == null,
                        new Caller.Staff(
                                r.value3(), r.value4(), r.value5(), r.value6(), r.value7(), r.value8(), r.value9())));
    }

    /**
     * Begins a sign-in, before the password is looked at; empty when there were too many wrong passwords within
     * {@link #WINDOW}. It counts as wrong until {@link #succeeded}, so that guesses made at one moment count each
     * other.
     */
    @Transactional
    public Optional<UUID> begin(Realm realm, String username, String address) {
        var now = now();
        return Optional.ofNullable(Routines.beginSignIn(
                db.configuration(),
                realm,
                normal(username),
                address,
                now,
                now.minus(WINDOW),
                now.minus(KNOWN),
                GUESSES_PER_ACCOUNT_AND_ADDRESS,
                GUESSES_PER_ADDRESS,
                GUESSES_PER_ACCOUNT));
    }

    /** The password was right: the sign-in is no guess any more. */
    @Transactional
    public void succeeded(UUID attempt) {
        Routines.signInSucceeded(db.configuration(), attempt);
    }

    private static String normal(String username) {
        var trimmed = Storable.text(username).strip().toLowerCase(Locale.ROOT);
        return trimmed.length() <= LONGEST_USERNAME ? trimmed : trimmed.substring(0, LONGEST_USERNAME);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
