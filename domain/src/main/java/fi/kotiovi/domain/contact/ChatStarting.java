package fi.kotiovi.domain.contact;

import fi.kotiovi.domain.contact.Writing.Gap;
import java.util.Set;

/** How beginning a chat ended. */
public sealed interface ChatStarting {
    record Started(Chat chat) implements ChatStarting {}

    /** Nobody answers chats now; a message can be written all the same. */
    record Closed(ChatHours.Hours hours) implements ChatStarting {}

    /** Something is missing or too long; nothing was sent and nothing is lost. */
    record Incomplete(Set<Gap> gaps) implements ChatStarting {}
}
