package fi.kotiovi.e2e.trouble;

import fi.kotiovi.domain.contact.Answering;
import fi.kotiovi.domain.contact.Answers;
import fi.kotiovi.domain.contact.ContactQueue;
import fi.kotiovi.domain.contact.Ending;
import fi.kotiovi.domain.contact.MyContacts;
import fi.kotiovi.domain.contact.Withdrawals;
import fi.kotiovi.domain.contact.Withdrawing;
import fi.kotiovi.domain.contact.WriteAnswer;
import fi.kotiovi.domain.contact.WriteContact;
import fi.kotiovi.domain.contact.Writing;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.e2e.house.Services;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Residents who write and clerks who take, answer and hold back, and tell what they have been told is done. */
final class LineToil {
    private static final int EVERY_FOURTH = 4;

    private final Random random = new Random();
    private final Services portal;
    private final Services office;
    private final BiConsumer<String, UUID> done;

    LineToil(Services portal, Services office, BiConsumer<String, UUID> done) {
        this.portal = portal;
        this.office = office;
        this.done = done;
    }

    void write(Caller.Resident who) {
        var submission = UUID.randomUUID();
        var message = new WriteContact(submission, "OTHER", "Kysymys " + submission, "Saako?", List.of());
        if (portal.as(who, () -> portal.get(MyContacts.class).write(message)) instanceof Writing.Sent) {
            done.accept("WRITTEN", submission);
        }
    }

    void answer(Caller.Staff clerk) {
        var taken = office.as(clerk, () -> office.get(ContactQueue.class).takeNext());
        if (taken.isEmpty()) {
            return;
        }
        var contact = taken.get().id();
        done.accept("IN_HAND", contact);
        var answers = office.get(Answers.class);
        var seen = office.as(clerk, () -> answers.thread(contact)).getLast().id();
        var submission = UUID.randomUUID();
        var answer = WriteAnswer.of(submission, "Saa.");
        var ending = random.nextBoolean() ? Ending.CLOSED : Ending.ASKED;
        if (office.as(clerk, () -> answers.answer(contact, answer, seen, ending)) instanceof Answering.Answered) {
            done.accept("ANSWERED", submission);
        }
        if (random.nextInt(EVERY_FOURTH) == 0
                && office.as(clerk, () -> office.get(Withdrawals.class).withdraw(contact, submission))
                        == Withdrawing.IN_HAND) {
            done.accept("WITHDRAWN", submission);
        }
    }
}
