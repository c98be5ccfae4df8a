package fi.kotiovi.backoffice.notification;

import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * A letter as HTML: one quiet card that every mail program can show, in its dark mode too. Everything passes through
 * {@link #safe}, whoever wrote it.
 */
final class HtmlFrame {
    private static final String FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

    private HtmlFrame() {}

    static String of(Mail mail) {
        return """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
                <title>%s</title></head>
                <body style="margin:0;padding:24px 12px;background:#f7f4ee;%s">
                <table role="presentation" align="center" width="100%%" style="max-width:560px;border-spacing:0">
                <tr><td style="padding:0 8px 14px;font-size:16px;font-weight:600;color:#1b5a4c">Kotiovi</td></tr>
                <tr><td style="background:#ffffff;border-radius:14px;padding:28px;color:#15231f;font-size:16px;line-height:1.55">
                <p style="margin:0 0 14px">%s</p>
                %s%s%s
                <p style="margin:24px 0 0"><a href="%s" style="display:inline-block;background:#1b5a4c;color:#ffffff;text-decoration:none;font-weight:600;border-radius:12px;padding:13px 22px">%s</a></p>
                </td></tr>
                <tr><td style="padding:16px 8px;font-size:13px;line-height:1.5;color:#52635d">%s</td></tr>
                </table></body></html>
                """.formatted(
                        mail.language().getLiteral().toLowerCase(Locale.ROOT),
                        safe(mail.subject()),
                        FONT,
                        safe(mail.greeting()),
                        paragraphs(mail),
                        quote(mail),
                        facts(mail),
                        safe(mail.link()),
                        safe(mail.linkText()),
                        safe(mail.footer()));
    }

    private static String paragraphs(Mail mail) {
        return mail.paragraphs().stream()
                .map(text -> "<p style=\"margin:0 0 14px\">" + lines(text) + "</p>\n")
                .collect(Collectors.joining());
    }

    private static String quote(Mail mail) {
        return mail.quote().isBlank()
                ? ""
                : "<div style=\"margin:0 0 14px;padding:12px 16px;border-left:4px solid #1b5a4c;background:#e2efea;color:#15231f;border-radius:4px\">"
                        + lines(mail.quote())
                        + "</div>\n";
    }

    private static String facts(Mail mail) {
        return mail.facts().isEmpty()
                ? ""
                : mail.facts().stream()
                        .map(fact -> "<tr><td style=\"padding:5px 18px 5px 0;color:#52635d;vertical-align:top\">"
                                + safe(fact.name()) + "</td><td style=\"padding:5px 0;font-weight:600\">"
                                + safe(fact.value()) + "</td></tr>\n")
                        .collect(Collectors.joining(
                                "",
                                "<table role=\"presentation\" style=\"border-spacing:0;margin:4px 0 0\">\n",
                                "</table>\n"));
    }

    private static String lines(String text) {
        return safe(text).replace("\r\n", "\n").replace("\n", "<br>");
    }

    private static String safe(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
