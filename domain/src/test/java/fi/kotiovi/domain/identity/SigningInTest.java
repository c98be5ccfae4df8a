package fi.kotiovi.domain.identity;

import static fi.kotiovi.db.Tables.RESIDENT_ACCOUNT;
import static fi.kotiovi.db.Tables.SIGN_IN_ATTEMPT;
import static fi.kotiovi.db.Tables.STAFF_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.Realm;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Duration;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.BadSqlGrammarException;

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
    void five_wrong_guesses_close_an_account_for_a_while_to_where_they_came_from() {
        for (int guess = 1; guess <= 5; guess++) {
            assertThat(begins("Eino", "10.0.0.1")).isTrue();
        }
        assertThat(begins(" EI\0NO ", "10.0.0.1")).isFalse();
        assertThat(begins("aino@example.org", "10.0.0.1")).isTrue();
        assertThat(town.backOffice(SignIns.class).begin(Realm.STAFF, "eino", "10.0.0.1"))
                .isPresent();
        town.clock.advance(SignIns.WINDOW.minus(Duration.ofSeconds(1)));
        assertThat(begins("eino", "10.0.0.1")).isFalse();
        town.clock.advance(Duration.ofSeconds(1));
        assertThat(begins("eino", "10.0.0.1")).isTrue();
    }

    @Test
    void a_stranger_keeps_nobody_out_on_purpose() {
        guessFrom(9, "eino");
        assertThat(begins("eino", "10.0.9.9"))
                .as("five from each of nine addresses")
                .isTrue();
    }

    @Test
    void a_storm_over_many_addresses_closes_an_account_to_strangers_and_not_where_its_owner_signs_in() {
        signIns.succeeded(signIns.begin(Realm.RESIDENT, "eino", "10.9.9.9").orElseThrow());
        town.clock.advance(Duration.ofDays(29));
        guessFrom(10, "eino");
        assertThat(begins("eino", "10.0.9.9")).isFalse();
        assertThat(begins("eino", "10.9.9.9")).isTrue();
        town.clock.advance(Duration.ofDays(1));
        guessFrom(10, "eino");
        assertThat(begins("eino", "10.9.9.9")).as("too long ago").isFalse();
    }

    @Test
    void thirty_wrong_guesses_close_an_address_for_every_account() {
        for (int guess = 1; guess <= 30; guess++) {
            assertThat(begins("name" + guess, "10.1.1.1")).isTrue();
        }
        assertThat(begins("aino@example.org", "10.1.1.1")).isFalse();
        assertThat(begins("aino@example.org", "10.1.1.2")).isTrue();
    }

    @Test
    void sixty_four_guesses_at_one_moment_are_five() {
        var begun = Race.of(64, i -> () -> begins("eino", "10.3.3.3"));
        assertThat(begun).filteredOn(Boolean::booleanValue).hasSize(5);
        var spread = Race.of(64, i -> () -> begins("aino@example.org", "10.4.4." + i));
        assertThat(spread).filteredOn(Boolean::booleanValue).hasSize(50);
        var names = Race.of(64, i -> () -> begins("name" + i, "10.5.5.5"));
        assertThat(names).filteredOn(Boolean::booleanValue).hasSize(30);
    }

    @Test
    void signing_in_well_is_no_guess() {
        for (int i = 0; i < 40; i++) {
            signIns.succeeded(signIns.begin(Realm.RESIDENT, "eino", "10.2.2.2").orElseThrow());
        }
        assertThat(begins("eino", "10.2.2.2")).isTrue();
    }

    @Test
    void the_residents_site_locks_no_staff_out_and_forgives_no_guess_by_itself() {
        assertThatThrownBy(() -> signIns.begin(Realm.STAFF, "liisa", "10.6.6.6"))
                .hasStackTraceContaining("signs no staff in");
        var portal = town.portal(DSLContext.class);
        assertThatThrownBy(() -> portal.update(SIGN_IN_ATTEMPT)
                        .set(SIGN_IN_ATTEMPT.SUCCEEDED, true)
                        .execute())
                .isInstanceOf(BadSqlGrammarException.class);
        assertThatThrownBy(() -> portal.fetchCount(SIGN_IN_ATTEMPT)).isInstanceOf(BadSqlGrammarException.class);
    }

    private boolean begins(String username, String address) {
        return signIns.begin(Realm.RESIDENT, username, address).isPresent();
    }

    private void guessFrom(int addresses, String username) {
        for (int address = 1; address <= addresses; address++) {
            for (int guess = 1; guess <= 5; guess++) {
                assertThat(begins(username, "10.7.7." + address)).isTrue();
            }
        }
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
