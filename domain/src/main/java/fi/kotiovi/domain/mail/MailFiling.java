package fi.kotiovi.domain.mail;

import java.util.UUID;

/** What became of a letter. */
public sealed interface MailFiling {
    /** It waits in the line, as a contact of its own. */
    record Opened(UUID contact) implements MailFiling {}

    /** It was added to a contact. */
    record Added(UUID contact) implements MailFiling {}

    /** It wants no answer. */
    record NotAnswered(LeftOut why) implements MailFiling {}

    /** Somebody else has filed it. */
    record Done() implements MailFiling {}
}
