package fi.kotiovi.domain.identity;

import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.RESIDENT_ACCOUNT;
import static fi.kotiovi.db.Tables.SIGN_IN_ATTEMPT;
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
import fi.kotiovi.vocabulary.Realm;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the account that wants in, and slows down whoever guesses. */
@Service
public class SignIns {
    /** How long a wrong guess counts. */
    public static final Duration WINDOW = Duration.ofMinutes(15);

    private static final long GUESSES_PER_ACCOUNT = 5;
    private static final long GUESSES_PER_ADDRESS = 30;
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

    /** Whether this account or this address has guessed wrong too often within {@link #WINDOW}. */
    @Transactional(readOnly = true)
    public boolean isThrottled(Realm realm, String username, String address) {
        var since = now().minus(WINDOW);
        return failures(Routines.failedSignIns(db.configuration(), realm, normal(username), since))
                        >= GUESSES_PER_ACCOUNT
                || failures(Routines.failedSignInsFrom(db.configuration(), realm, address, since))
                        >= GUESSES_PER_ADDRESS;
    }

    /** Remembers how a sign-in ended. */
    @Transactional
    public void note(Realm realm, String username, String address, boolean succeeded) {
        db.insertInto(SIGN_IN_ATTEMPT)
                .columns(
                        SIGN_IN_ATTEMPT.REALM,
                        SIGN_IN_ATTEMPT.USERNAME,
                        SIGN_IN_ATTEMPT.ADDRESS,
                        SIGN_IN_ATTEMPT.SUCCEEDED,
                        SIGN_IN_ATTEMPT.AT)
                .values(realm, normal(username), address, succeeded, now())
                .execute();
    }

    private static long failures(Long count) {
        return Objects.requireNonNull(count);
    }

    private static String normal(String username) {
        var trimmed = username.strip().toLowerCase(Locale.ROOT);
        return trimmed.length() <= LONGEST_USERNAME ? trimmed : trimmed.substring(0, LONGEST_USERNAME);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
