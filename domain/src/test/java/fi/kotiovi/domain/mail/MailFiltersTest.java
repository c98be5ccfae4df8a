package fi.kotiovi.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What asks for no answer, one filter after the other. */
class MailFiltersTest {
    private static final MailIdentity US = Mails.US;

    @Test
    void what_a_person_writes_passes() {
        assertThat(MailFilters.look(Mails.from("maija@example.org").opened(), US))
                .isEmpty();
    }

    @Test
    void M01_what_we_wrote_ourselves_is_known_by_its_mark() {
        var back = Mails.from("somebody@example.org").header("x-kotiovi-loop", US.loopMark());
        assertThat(MailFilters.ownLoop(back.opened(), US)).contains(LeftOut.OWN_LOOP);
        var others = new MailIdentity("koti@muu.example", "another secret").loopMark();
        assertThat(MailFilters.ownLoop(
                        Mails.from("x@example.org")
                                .header("x-kotiovi-loop", others)
                                .opened(),
                        US))
                .as("another house's letters are judged by what they say")
                .isEmpty();
    }

    @Test
    void M01_a_letter_that_has_gone_round_and_round_is_a_loop() {
        assertThat(MailFilters.ownLoop(Mails.from("x@example.org").hops(41).opened(), US))
                .contains(LeftOut.OWN_LOOP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"asunnot@kotiovi.example", "Asunnot@Kotiovi.example", "asunnot+c-26-000001.abc@kotiovi.example"})
    void M01_our_own_address_writes_to_us_never(String address) {
        assertThat(MailFilters.ownAddress(Mails.from(address).opened(), US)).contains(LeftOut.OWN_ADDRESS);
    }

    @Test
    void M01_somebody_at_our_own_house_may_write() {
        assertThat(MailFilters.look(Mails.from("asunnot2@kotiovi.example").opened(), US))
                .isEmpty();
    }

    @Test
    void a_report_of_a_failure_is_a_bounce_and_of_a_delay_is_only_automatic() {
        var failed = Mails.from("mailer-daemon@example.org").reporting("failed", "<a@b>", "No such user");
        assertThat(MailFilters.bounce(failed.opened(), US)).contains(LeftOut.BOUNCE);
        var late =
                Mails.from("mailer-daemon@example.org").type("multipart/report").reporting("delayed", "<a@b>", "");
        assertThat(MailFilters.bounce(late.opened(), US)).isEmpty();
        assertThat(MailFilters.look(late.opened(), US)).contains(LeftOut.AUTOMATIC);
    }

    @ParameterizedTest
    @CsvSource({
        "return-path, <>",
        "auto-submitted, auto-replied",
        "auto-submitted, auto-generated; owner=x",
        "precedence, bulk",
        "precedence, List",
        "x-auto-response-suppress, All",
        "list-id, <talo.example.org>",
        "list-unsubscribe, <mailto:x@y>",
        "x-autoreply, yes"
    })
    void M02_a_header_of_a_machine_is_enough(String name, String value) {
        assertThat(MailFilters.automatic(
                        Mails.from("maija@example.org").header(name, value).opened(), US))
                .contains(LeftOut.AUTOMATIC);
    }

    @ParameterizedTest
    @CsvSource({
        "auto-submitted, no",
        "auto-submitted, No",
        "precedence, normal",
        "x-auto-response-suppress, None",
        "return-path, <maija@example.org>"
    })
    void M02_a_header_that_says_a_person_wrote_is_believed(String name, String value) {
        assertThat(MailFilters.automatic(
                        Mails.from("maija@example.org").header(name, value).opened(), US))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAILER-DAEMON@example.org", "postmaster@example.org"})
    void M02_mail_servers_are_not_talked_to(String address) {
        assertThat(MailFilters.automatic(Mails.from(address).opened(), US)).contains(LeftOut.AUTOMATIC);
        assertThat(MailFilters.automatic(Mails.fromNobody().opened(), US)).contains(LeftOut.AUTOMATIC);
        assertThat(MailFilters.automatic(
                        Mails.from("x@example.org").type("multipart/report").opened(), US))
                .contains(LeftOut.AUTOMATIC);
    }
}
