package fi.kotiovi.backoffice.notification;

import fi.kotiovi.backoffice.notification.Mail.Fact;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Texts;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.notification.Letter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Letters about what somebody wrote to us. */
final class ContactLetterWriter {
    private final Texts texts;
    private final MailSettings settings;

    ContactLetterWriter(Texts texts, MailSettings settings) {
        this.texts = texts;
        this.settings = settings;
    }

    /** To whoever wrote by mail a reply that reads like one; to others word that there is an answer. */
    Mail answer(Letter letter, Letter.OfContact contact) {
        var reply = contact.mails().byMail();
        return new Mail(
                        letter.language(),
                        reply
                                ? reply(contact.subject(), contact.number())
                                : numbered(text(letter, "mail.contact.subject", contact.subject()), contact.number()),
                        greeting(letter),
                        reply ? paragraphs(contact.answer()) : List.of(text(letter, "mail.contact")),
                        reply ? "" : contact.answer(),
                        reply
                                ? List.of(number(letter, contact.number()))
                                : matter(letter, contact.subject(), contact.number()),
                        linkText(letter, contact.mails()),
                        link(contact.contact().toString(), contact.mails()),
                        footer(letter, contact.mails()),
                        Optional.empty())
                .with(contact.files());
    }

    /** That it is here, which place it has in the line, and by when it is answered. */
    Mail received(Letter letter, Letter.OfReceived contact) {
        var promised = text(
                letter, "mail.received.promise", Formats.day(Helsinki.dateOf(contact.promisedBy()), letter.language()));
        return new Mail(
                letter.language(),
                reply(contact.subject(), contact.number()),
                greeting(letter),
                Stream.of(
                                text(letter, "mail.received"),
                                contact.place() > 0 ? text(letter, "mail.received.place", contact.place()) : "",
                                promised)
                        .filter(sentence -> !sentence.isEmpty())
                        .toList(),
                "",
                matter(letter, contact.subject(), contact.number()),
                linkText(letter, contact.mails()),
                link(contact.contact().toString(), contact.mails()),
                footer(letter, contact.mails()),
                Optional.empty());
    }

    private static String reply(String subject, String number) {
        var again = subject.replaceFirst("(?iu)^(\\s*(re|vs|sv|aw)\\s*:\\s*)+", "");
        return numbered("Re: " + again, number);
    }

    private static String numbered(String subject, String number) {
        return subject.contains(number) ? subject : subject + " [" + number + "]";
    }

    private static List<String> paragraphs(String answer) {
        return Arrays.stream(answer.strip().split("\\R{2,}")).toList();
    }

    private List<Fact> matter(Letter letter, String subject, String number) {
        return List.of(new Fact(text(letter, "mail.fact.matter"), subject), number(letter, number));
    }

    private Fact number(Letter letter, String number) {
        return new Fact(text(letter, "mail.fact.number"), number);
    }

    private String linkText(Letter letter, Letter.Correspondence mails) {
        return text(letter, mails.known() ? "mail.contact.link" : "mail.contact.site");
    }

    private String link(String contact, Letter.Correspondence mails) {
        return mails.known() ? settings.portalUrl() + "/contacts/" + contact : settings.portalUrl();
    }

    private String footer(Letter letter, Letter.Correspondence mails) {
        if (settings.identity().isPresent()) {
            return text(letter, "mail.footer.reply");
        }
        return text(letter, mails.known() ? "mail.footer" : "mail.footer.stranger");
    }

    private String greeting(Letter letter) {
        return letter.name().isEmpty()
                ? text(letter, "mail.greeting.nobody")
                : text(letter, "mail.greeting", letter.name());
    }

    private String text(Letter letter, String key, Object... values) {
        return texts.in(letter.language(), key, values);
    }
}
