package fi.kotiovi.domain.mail;

import fi.kotiovi.domain.Storable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody wrote, apart from what the mail program quoted below it. Nothing is thrown away: what is folded is shown
 * on demand.
 */
record MailWords(String words, String folded) {
    private static final int LONGEST = 10_000;
    private static final int LONGEST_FOLDED = 200_000;
    private static final int HEAD_LINES = 5;
    private static final int LONGEST_MARK = 400;
    private static final Pattern BEGINS_WITH_A_DAY =
            Pattern.compile("(?iu)^(on|den|ti|ma|ke|to|pe|la|su|am|le)\\b.*\\d.*");
    private static final Pattern SAID = Pattern.compile(
            "(?iu)^>?\\s*(on|le|am|den|el|ti|ma|ke|to|pe|la|su)?\\b.*\\d.*(wrote|kirjoitti|skrev|schrieb|a écrit|escribió)[^:]{0,120}:\\s*$");
    private static final Pattern DIVIDER = Pattern.compile(
            "(?iu)^\\s*(-{2,}\\s*(original message|alkuperäinen viesti|ursprungligt meddelande|ursprüngliche nachricht)\\s*-{2,}|_{10,})\\s*$");
    private static final Pattern FROM = Pattern.compile("(?iu)^\\*?(from|lähettäjä|från|von|de):\\*? .+");
    private static final Pattern SENT = Pattern.compile(
            "(?iu)^\\*?(sent|date|to|lähetetty|päivämäärä|vastaanottaja|skickat|datum|till|gesendet|an):\\*? .+");
    private static final Pattern FORWARD_PREFIX = Pattern.compile("(?iu)^\\s*(fwd?|vl|vb|wg|tr|rv)\\s*:.*");
    private static final Pattern FORWARD_MARK = Pattern.compile(
            "(?imu)^[ \\t]*(-{2,}[ \\t]*(forwarded message|välitetty viesti|edelleenlähetetty viesti|vidarebefordrat meddelande|vidarebefordrat mejl|weitergeleitete nachricht)[ \\t]*-{2,}|begin forwarded message:|välitetty viesti alkaa:|vidarebefordrat brev:)[ \\t]*$");

    /**
     * Whether somebody passes on what another wrote: always a matter of its own. {@code VS:} is no sign of it, because in
     * Finland that is the prefix of an answer.
     */
    static boolean isForward(IncomingMail mail) {
        return FORWARD_PREFIX.matcher(mail.subject()).matches()
                || FORWARD_MARK.matcher(plain(mail)).find();
    }

    static MailWords of(IncomingMail mail) {
        var text = plain(mail);
        var split = isForward(mail) ? new MailWords(text, "") : split(text);
        var words = Stream.of(split.words.strip(), mail.subject(), "…")
                .filter(candidate -> !candidate.isBlank())
                .findFirst()
                .orElseThrow();
        var kept = first(words, LONGEST);
        return new MailWords(
                kept.strip(),
                first(
                        Stream.of(words.substring(kept.length()), split.folded)
                                .filter(part -> !part.isBlank())
                                .collect(Collectors.joining("\n\n")),
                        LONGEST_FOLDED));
    }

    private static String plain(IncomingMail mail) {
        var text = mail.text().isBlank() ? HtmlWords.of(mail.html()) : mail.text();
        return first(Storable.text(text).replace("\r\n", "\n").replace('\r', '\n'), LONGEST_FOLDED);
    }

    private static MailWords split(String text) {
        var lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (historyBegins(lines, i)) {
                var before = join(lines, 0, i);
                // whoever writes below what is quoted is read as a whole
                return before.isBlank() ? new MailWords(text, "") : new MailWords(before, join(lines, i, lines.length));
            }
        }
        return new MailWords(text, "");
    }

    private static boolean historyBegins(String[] lines, int i) {
        if (lines[i].length() > LONGEST_MARK) {
            return false;
        }
        return SAID.matcher(lines[i]).matches()
                || (i + 1 < lines.length && wrapped(lines[i], lines[i + 1]))
                || DIVIDER.matcher(lines[i]).matches()
                || isHead(lines, i)
                || onlyQuotesFrom(lines, i);
    }

    /** Some programs break the line before the last word. */
    private static boolean wrapped(String line, String next) {
        return !line.isBlank()
                && next.length() <= LONGEST_MARK
                && BEGINS_WITH_A_DAY.matcher(line).matches()
                && SAID.matcher(line + " " + next).matches();
    }

    private static boolean isHead(String[] lines, int i) {
        return FROM.matcher(lines[i]).matches()
                && Stream.of(lines).skip(i + 1L).limit(HEAD_LINES).anyMatch(SENT.asMatchPredicate());
    }

    /** A tail of quotation; whoever answers between the lines is read as a whole. */
    private static boolean onlyQuotesFrom(String[] lines, int i) {
        return lines[i].startsWith(">")
                && Stream.of(lines).skip(i).allMatch(line -> line.startsWith(">") || line.isBlank());
    }

    private static String join(String[] lines, int from, int to) {
        return Stream.of(lines).skip(from).limit((long) to - from).collect(Collectors.joining("\n"));
    }

    /** Never half a character. */
    static String first(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
