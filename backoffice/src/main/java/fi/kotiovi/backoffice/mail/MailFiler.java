package fi.kotiovi.backoffice.mail;

import fi.kotiovi.backoffice.notification.MailSettings;
import fi.kotiovi.domain.mail.FilingUpkeep;
import fi.kotiovi.domain.mail.MailIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Opens the letters that are kept and has them filed; one that cannot be opened holds up no other. */
@Service
public class MailFiler {
    private static final Logger LOG = LoggerFactory.getLogger(MailFiler.class);
    private static final int BATCH = 20;

    /** Of one tick: a backlog flows, and a stop of the application is still heard soon. */
    private static final int BATCHES = 10;

    private final FilingUpkeep filing;
    private final MailSettings mail;
    private final InboxSettings inbox;

    MailFiler(FilingUpkeep filing, MailSettings mail, InboxSettings inbox) {
        this.filing = filing;
        this.mail = mail;
        this.inbox = inbox;
    }

    /** Files what is due, at most a few batches; returns how many letters were due. */
    public int fileDue() {
        var all = 0;
        var us = mail.identity();
        for (int batch = 0; us.isPresent() && batch < BATCHES; batch++) {
            var due = fileBatch(us.get());
            all += due;
            if (due < BATCH) {
                break;
            }
        }
        return all;
    }

    private int fileBatch(MailIdentity us) {
        var due = filing.claimDue(BATCH);
        for (var letter : due) {
            try {
                filing.file(letter.id(), LetterOpener.open(filing.raw(letter.id())), us, inbox.office());
            } catch (LetterOpener.UnreadableException | RuntimeException e) {
                LOG.warn("Letter {} could not be filed: {}", letter.id(), String.valueOf(e.getMessage()));
                filing.failed(letter.id(), String.valueOf(e.getMessage()));
            }
        }
        return due.size();
    }
}
