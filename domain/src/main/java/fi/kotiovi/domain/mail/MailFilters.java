package fi.kotiovi.domain.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at a letter before anybody is asked to answer it. Each filter is a question to the letter alone; the first that
 * knows an answer decides (field-notes.md 6.5, RFC 3834).
 */
final class MailFilters {
    /** What our own letters carry. */
    static final String LOOP_HEADER = "x-kotiovi-loop";

    private static final int MOST_HOPS = 40;
    private static final Set<String> MACHINES = Set.of("mailer-daemon", "postmaster", "mail-daemon", "listserv");
    private static final Set<String> IMPERSONAL = Set.of("bulk", "junk", "list", "auto_reply", "auto-reply");
    private static final List<String> OF_LISTS_AND_ROBOTS = List.of(
            "list-id",
            "list-post",
            "list-unsubscribe",
            "x-autoreply",
            "x-autorespond",
            "x-auto-reply",
            "x-mail-autoreply");
    private static final List<Filter> IN_ORDER =
            List.of(MailFilters::ownLoop, MailFilters::ownAddress, MailFilters::bounce, MailFilters::automatic);

    private MailFilters() {}

    static Optional<LeftOut> look(IncomingMail mail, MailIdentity us) {
        return IN_ORDER.stream()
                .flatMap(filter -> filter.look(mail, us).stream())
                .findFirst();
    }

    static Optional<LeftOut> ownLoop(IncomingMail mail, MailIdentity us) {
        return when(
                mail.header(LOOP_HEADER).filter(us.loopMark()::equals).isPresent() || mail.hops() > MOST_HOPS,
                LeftOut.OWN_LOOP);
    }

    static Optional<LeftOut> ownAddress(IncomingMail mail, MailIdentity us) {
        return when(mail.from().filter(from -> us.isOurs(from.address())).isPresent(), LeftOut.OWN_ADDRESS);
    }

    static Optional<LeftOut> bounce(IncomingMail mail, MailIdentity us) {
        return when(
                mail.report().filter(report -> report.action().equals("failed")).isPresent(), LeftOut.BOUNCE);
    }

    static Optional<LeftOut> automatic(IncomingMail mail, MailIdentity us) {
        return when(
                isFromNobody(mail)
                        || mail.mediaType().equals("multipart/report")
                        || saysOtherThan(mail, "auto-submitted", "no")
                        || saysOtherThan(mail, "x-auto-response-suppress", "none")
                        || mail.header("precedence")
                                .map(MailFilters::small)
                                .filter(IMPERSONAL::contains)
                                .isPresent()
                        || OF_LISTS_AND_ROBOTS.stream()
                                .anyMatch(name -> mail.header(name).isPresent()),
                LeftOut.AUTOMATIC);
    }

    /** A null return path, no sender at all, or a mail server itself. */
    private static boolean isFromNobody(IncomingMail mail) {
        return mail.header("return-path").filter(path -> path.equals("<>")).isPresent()
                || mail.from().isEmpty()
                || mail.from()
                        .filter(from -> MACHINES.contains(from.localPart()))
                        .isPresent();
    }

    private static boolean saysOtherThan(IncomingMail mail, String header, String harmless) {
        return mail.header(header)
                .map(value -> small(value.split(";", 2)[0].strip()))
                .filter(value -> !value.isEmpty() && !value.equals(harmless))
                .isPresent();
    }

    private static String small(String value) {
        return value.toLowerCase(Locale.ROOT);
    }

    private static Optional<LeftOut> when(boolean so, LeftOut why) {
        return so ? Optional.of(why) : Optional.empty();
    }

    /** One question to a letter. */
    @FunctionalInterface
    private interface Filter {
        Optional<LeftOut> look(IncomingMail mail, MailIdentity us);
    }
}
