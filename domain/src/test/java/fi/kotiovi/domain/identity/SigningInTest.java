package fi.kotiovi.domain.identity;

import static fi.kotiovi.db.Tables.RESIDENT_ACCOUNT;
import static fi.kotiovi.db.Tables.STAFF_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.Realm;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Duration;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SigningInTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final SignIns signIns = town.portal(SignIns.class);
    private final UUID office = town.work().office(1);
    private final Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private final Caller.Resident eino = town.homes().residentOf(office, "Eino");

    SigningInTest() {
        account(aino, "aino@example.org");
        account(eino, "eino");
    }

    @BeforeEach
    void aFreshWindow() {
        town.clock.advance(SignIns.WINDOW.plusSeconds(1));
    }

    @Test
    void an_account_is_found_by_its_name_in_any_case_and_by_nothing_else() {
        var account = signIns.ofResident("  Aino@Example.org ").orElseThrow();
        assertThat(account.caller()).isEqualTo(aino);
        assertThat(account.enabled()).isTrue();
        assertThat(account.passwordHash()).isEqualTo("hash of Aino");
        assertThat(signIns.ofResident("aino")).isEmpty();
        assertThat(signIns.ofResident("")).isEmpty();
        assertThat(signIns.ofResident("%")).isEmpty();
        assertThat(signIns.ofResident("x".repeat(1000))).isEmpty();
        assertThat(signIns.ofResident("' or '1'='1")).isEmpty();
    }

    @Test
    void looking_somebody_up_signs_nobody_in() {
        signIns.ofResident("aino@example.org");
        assertThat(town.portal(Callers.class).current()).isEmpty();
        assertThat(town.portal(DSLContext.class).fetchCount(RESIDENT_ACCOUNT)).isZero();
    }

    @Test
    void a_disabled_account_is_said_to_be_so() {
        var gone = town.homes().residentOf(office, "Poissa");
        account(gone, "poissa");
        town.db()
                .update(RESIDENT_ACCOUNT)
                .set(RESIDENT_ACCOUNT.DISABLED_AT, town.clock.now())
                .where(RESIDENT_ACCOUNT.RESIDENT_ID.eq(gone.id()))
                .execute();
        assertThat(signIns.ofResident("poissa").orElseThrow().enabled()).isFalse();
    }

    @Test
    void staff_come_with_their_roles() {
        var liisa = town.work().clerk("Liisa", office, StaffRole.DESK, StaffRole.AGENT);
        town.db()
                .insertInto(STAFF_ACCOUNT, STAFF_ACCOUNT.STAFF_ID, STAFF_ACCOUNT.USERNAME, STAFF_ACCOUNT.PASSWORD_HASH)
                .values(liisa.id(), "liisa", "hash")
                .execute();
        var account = town.backOffice(SignIns.class).ofStaff("LIISA").orElseThrow();
        assertThat(account.caller()).isEqualTo(liisa);
        assertThat(town.backOffice(SignIns.class).ofStaff("matti")).isEmpty();
    }

    @Test
    void five_wrong_guesses_close_an_account_for_a_while_wherever_they_come_from() {
        for (int guess = 1; guess <= 5; guess++) {
            assertThat(signIns.isThrottled(Realm.RESIDENT, "eino", "10.0.0." + guess))
                    .isFalse();
            signIns.note(Realm.RESIDENT, "Eino", "10.0.0." + guess, false);
        }
        assertThat(signIns.isThrottled(Realm.RESIDENT, " EINO ", "10.0.0.99")).isTrue();
        assertThat(signIns.isThrottled(Realm.RESIDENT, "aino@example.org", "10.0.0.1"))
                .isFalse();
        assertThat(signIns.isThrottled(Realm.STAFF, "eino", "10.0.0.1")).isFalse();
        town.clock.advance(SignIns.WINDOW.minus(Duration.ofSeconds(1)));
        assertThat(signIns.isThrottled(Realm.RESIDENT, "eino", "10.0.0.99")).isTrue();
        town.clock.advance(Duration.ofSeconds(1));
        assertThat(signIns.isThrottled(Realm.RESIDENT, "eino", "10.0.0.99")).isFalse();
    }

    @Test
    void thirty_wrong_guesses_close_an_address_for_every_account() {
        for (int guess = 1; guess <= 30; guess++) {
            assertThat(signIns.isThrottled(Realm.RESIDENT, "aino@example.org", "10.1.1.1"))
                    .isFalse();
            signIns.note(Realm.RESIDENT, "name" + guess, "10.1.1.1", false);
        }
        assertThat(signIns.isThrottled(Realm.RESIDENT, "aino@example.org", "10.1.1.1"))
                .isTrue();
        assertThat(signIns.isThrottled(Realm.RESIDENT, "aino@example.org", "10.1.1.2"))
                .isFalse();
    }

    @Test
    void signing_in_well_is_no_guess() {
        for (int i = 0; i < 40; i++) {
            signIns.note(Realm.RESIDENT, "eino", "10.2.2.2", true);
        }
        assertThat(signIns.isThrottled(Realm.RESIDENT, "eino", "10.2.2.2")).isFalse();
    }

    private static void account(Caller.Resident who, String username) {
        town.db()
                .insertInto(
                        RESIDENT_ACCOUNT,
                        RESIDENT_ACCOUNT.RESIDENT_ID,
                        RESIDENT_ACCOUNT.USERNAME,
                        RESIDENT_ACCOUNT.PASSWORD_HASH)
                .values(who.id(), username, "hash of " + who.givenName())
                .execute();
    }
}
