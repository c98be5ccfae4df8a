package fi.kotiovi.backoffice.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.mail.IncomingMail;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Letters as mail programs really make them, the broken ones too. */
class LetterOpenerTest {
    @Test
    void words_html_and_files_are_told_apart() throws Exception {
        var mail = open("""
                From: =?UTF-8?Q?Maija_M=C3=A4ki?= <Maija@Mail.Example>
                To: "Asunnot, Oy" <asunnot+c-26-000001.0123@kotiovi.example>
                Cc: muu@mail.example
                Subject: =?iso-8859-1?Q?Hiss=E4?=
                Message-ID: <1@mail.example>
                In-Reply-To: <c@x>
                References: <a@x> <b@x>
                 <c@x>
                Content-Type: multipart/mixed; boundary=o

                --o
                Content-Type: multipart/alternative; boundary=i

                --i
                Content-Type: text/plain; charset=iso-8859-1
                Content-Transfer-Encoding: quoted-printable

                P=E4iv=E4=E4
                --i
                Content-Type: text/html; charset=utf-8

                <p>Päivää</p>
                --i--
                --o
                Content-Type: image/png
                Content-ID: <kuva>
                Content-Disposition: inline; filename="kuva.png"
                Content-Transfer-Encoding: base64

                AAAA
                --o--
                """);
        assertThat(mail.from()).contains(new IncomingMail.Sender("maija@mail.example", "Maija Mäki"));
        assertThat(mail.recipients()).contains("asunnot+c-26-000001.0123@kotiovi.example", "muu@mail.example");
        assertThat(mail.subject()).isEqualTo("Hissä");
        assertThat(mail.text().strip()).isEqualTo("Päivää");
        assertThat(mail.html().strip()).isEqualTo("<p>Päivää</p>");
        assertThat(mail.files()).hasSize(1);
    }

    @Test
    void M06_what_it_answers_comes_first_then_the_others_from_the_end() throws Exception {
        assertThat(open("In-Reply-To: <c@x>\nReferences: <a@x> <b@x> <c@x>\n\nx")
                        .references())
                .containsExactly("<c@x>", "<b@x>", "<a@x>");
        assertThat(open("In-Reply-To: <z@x>\nReferences: <a@x> <b@x>\n\nx").references())
                .containsExactly("<z@x>", "<b@x>", "<a@x>");
    }

    @Test
    void broken_heads_and_unknown_charsets_are_read_as_far_as_they_can_be() throws Exception {
        var mail = open("""
                From: not an address at all
                Subject: =?x-nobody-knows?Q?hei?=
                Content-Type: text/plain; charset=x-nobody-knows

                Hei siellä
                """);
        assertThat(mail.from()).isEmpty();
        assertThat(mail.text().strip()).isEqualTo("Hei siellä");
        assertThat(open("Content-Type: ;;;\n\nHei").text().strip()).isEqualTo("Hei");
        assertThat(open("").text()).isEmpty();
    }

    @Test
    void a_letter_in_a_letter_is_read_like_its_own_words() throws Exception {
        var mail = open("""
                From: a@mail.example
                Content-Type: multipart/mixed; boundary=o

                --o
                Content-Type: text/plain

                Katsokaa.
                --o
                Content-Type: message/rfc822

                From: b@mail.example
                Subject: vanha

                Vanhat sanat.
                --o--
                """);
        assertThat(mail.text()).contains("Katsokaa.", "Vanhat sanat.");
    }

    @Test
    void of_a_letter_too_large_to_keep_the_head_is_read_and_it_is_said() throws Exception {
        var mail = open("From: a@mail.example\nSubject: Kuvia\n" + Inbox.TOO_LARGE + ": yes\n\n");
        assertThat(mail.subject()).isEqualTo("Kuvia");
        assertThat(mail.files()).hasSize(1);
    }

    private static IncomingMail open(String raw) throws LetterOpener.UnreadableException {
        return LetterOpener.open(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
