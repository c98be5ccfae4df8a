package fi.kotiovi.backoffice.job;

import fi.kotiovi.backoffice.mail.MailFetcher;
import fi.kotiovi.backoffice.mail.MailFiler;

/** Brings in what people have written to us, and files it. What is kept already is filed first: a server may be silent. */
class FetchMail extends Ticker {
    private final MailFetcher fetcher;
    private final MailFiler filer;

    FetchMail(MailFetcher fetcher, MailFiler filer) {
        this.fetcher = fetcher;
        this.filer = filer;
    }

    @Override
    void tick() {
        filer.fileDue();
        if (fetcher.fetch() > 0) {
            filer.fileDue();
        }
    }
}
