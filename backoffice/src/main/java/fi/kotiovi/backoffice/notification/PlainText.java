package fi.kotiovi.backoffice.notification;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A letter for programs and people that want words only; also what the office reads of it later. */
final class PlainText {
    private PlainText() {}

    static String of(Mail mail) {
        return Stream.of(
                        mail.greeting(),
                        String.join("\n\n", mail.paragraphs()),
                        mail.quote().lines().map(line -> "> " + line).collect(Collectors.joining("\n")),
                        mail.facts().stream()
                                .map(fact -> fact.name() + ": " + fact.value())
                                .collect(Collectors.joining("\n")),
                        mail.linkText() + ":\n" + mail.link(),
                        mail.footer())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n\n"));
    }
}
