package fi.kotiovi.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import fi.kotiovi.vocabulary.Language;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a letter when the mail program's work is taken off, and that nothing of it is lost. */
class MailWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Tue, 3 Mar 2026 at 9:12, Kotiovi <asunnot@kotiovi.example> wrote:\n> Hei",
                "On Tue, 3 Mar 2026 at 9:12, Kotiovi\n<asunnot@kotiovi.example> wrote:\n> Hei",
                "ti 3. maalisk. 2026 klo 9.12 Kotiovi (asunnot@kotiovi.example) kirjoitti:\n\n> Hei",
                "Den tis 3 mars 2026 kl 09:12 skrev Kotiovi <asunnot@kotiovi.example>:\n> Hei",
                "-----Alkuperäinen viesti-----\nLähettäjä: Kotiovi",
                "________________________________\nLähettäjä: Kotiovi\nLähetetty: tiistai 3. maaliskuuta",
                "Från: Kotiovi <asunnot@kotiovi.example>\nSkickat: den 3 mars\nTill: Maija",
                "> Hei\n> Kyllä saa.\n\n> Terveisin"
            })
    void what_was_said_before_is_folded_and_kept(String history) {
        var words = MailWords.of(
                Mails.from("a@b.fi").text("Kiitos, selvä!\n\n" + history).opened());
        assertThat(words.words()).isEqualTo("Kiitos, selvä!");
        assertThat(words.folded()).contains(history.lines().toList().getLast());
    }

    @Test
    void whoever_answers_between_the_lines_is_read_as_a_whole() {
        var text = "> Sopiiko tiistai?\nEi sovi.\n> Entä torstai?\nSopii.";
        assertThat(MailWords.of(Mails.from("a@b.fi").text(text).opened()).words())
                .isEqualTo(text);
    }

    @Test
    void a_letter_that_is_only_history_is_shown() {
        assertThat(MailWords.of(Mails.from("a@b.fi").text("> Hei\n> hei").opened())
                        .words())
                .isEqualTo("> Hei\n> hei");
    }

    @Test
    void an_empty_letter_says_at_least_its_subject() {
        assertThat(MailWords.of(Mails.from("a@b.fi")
                                .subject("Soittakaa")
                                .text(" \n")
                                .opened())
                        .words())
                .isEqualTo("Soittakaa");
        assertThat(MailWords.of(Mails.from("a@b.fi").subject("").text("").opened())
                        .words())
                .isEqualTo("…");
    }

    @Test
    void what_is_too_long_for_a_message_is_folded_and_no_character_is_cut() {
        var long_ = "😀".repeat(10_500);
        var words = MailWords.of(Mails.from("a@b.fi").text(long_).opened());
        assertThat(words.words().codePointCount(0, words.words().length())).isEqualTo(10_000);
        assertThat(words.words() + words.folded()).isEqualTo(long_);
    }

    @Test
    void html_becomes_words_and_what_hides_in_it_is_gone() {
        var html =
                "<style>p{}</style><p>Hei<br>siellä</p><script>alert(1)</script><div style='display: none'>ansa</div>"
                        + "<ul><li>yksi</li><li>kaksi</li></ul><p>a &lt;b&gt; &amp; c</p>";
        assertThat(MailWords.of(Mails.from("a@b.fi").html(html).opened()).words())
                .isEqualTo("Hei\nsiellä\n\n- yksi\n- kaksi\na <b> & c");
    }

    @Test
    void html_history_is_folded_too() {
        var html = "<div>Kiitos!</div><div class=gmail_quote>ti 3. maalisk. 2026 klo 9.12 Kotiovi kirjoitti:<br>"
                + "<blockquote>Kyllä saa.</blockquote></div>";
        var words = MailWords.of(Mails.from("a@b.fi").html(html).opened());
        assertThat(words.words()).isEqualTo("Kiitos!");
        assertThat(words.folded()).contains("> Kyllä saa.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fwd: Hinta", "FW: Hinta", "VL: Hinta", "VB: Hinta", "WG: Hinta", "TR: Hinta", "RV: Hinta"})
    void M04_a_forward_is_known_by_its_prefix(String subject) {
        assertThat(MailWords.isForward(Mails.from("a@b.fi").subject(subject).opened()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Katsokaa tätä\n\n---------- Forwarded message ---------\nFrom: x",
                "Begin forwarded message:\n\n> From: x",
                "---------- Välitetty viesti ----------\nLähettäjä: x"
            })
    void M04_a_forward_without_a_prefix_is_known_by_its_words_and_read_as_a_whole(String text) {
        var mail = Mails.from("a@b.fi").text(text).opened();
        assertThat(MailWords.isForward(mail)).isTrue();
        assertThat(MailWords.of(mail).words()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Re: Hinta", "VS: Hinta", "SV: Hinta", "AW: Hinta", "Varaus: sauna"})
    void M04_an_answer_is_no_forward_and_VS_is_the_Finnish_answer(String subject) {
        assertThat(MailWords.isForward(Mails.from("a@b.fi").subject(subject).opened()))
                .isFalse();
    }

    @Test
    void M15_a_monster_is_read_in_no_time() {
        var blank = Mails.from("a@b.fi").text("\n".repeat(400_000)).opened();
        var line = Mails.from("a@b.fi").text("on 1 " + "wrote ".repeat(200_000)).opened();
        var nested = Mails.from("a@b.fi").html("<div>".repeat(20_000) + "hei").opened();
        for (var monster : new IncomingMail[] {blank, line, nested}) {
            Assertions.assertTimeout(
                    Duration.ofSeconds(10),
                    () -> assertThatCode(() -> MailWords.of(monster)).doesNotThrowAnyException());
        }
    }

    @Test
    void what_no_database_can_keep_is_left_out_and_the_rest_survives() {
        assertThat(MailWords.of(Mails.from("a@b.fi")
                                .text("He\u0000i \ud83d siellä")
                                .opened())
                        .words())
                .isEqualTo("Hei  siellä");
    }

    @ParameterizedTest
    @CsvSource({
        "FI, 'Hei, voiko parvekkeelle laittaa lasit? Terveisin Maija'",
        "SV, 'Hej, kan jag få en ny nyckel? Hälsningar Maj'",
        "EN, 'Hello, can you tell me the rent of my flat? Regards'",
        "FI, '12345'"
    })
    void the_language_is_the_one_the_words_are_in(Language language, String text) {
        var mail = Mails.from("a@b.fi").subject("?").text(text).opened();
        assertThat(SpokenLanguage.of(mail, text)).isEqualTo(language);
        assertThat(SpokenLanguage.of(
                        Mails.from("a@b.fi").header("content-language", "sv-FI").opened(), text))
                .isEqualTo(Language.SV);
    }
}
