package fi.kotiovi.portal.contact;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fi.kotiovi.domain.attachment.Attachments;
import fi.kotiovi.domain.contact.Chat;
import fi.kotiovi.domain.contact.MyChat;
import fi.kotiovi.domain.contact.MyContacts;
import fi.kotiovi.domain.contact.MyMatters;
import fi.kotiovi.domain.draft.Drafts;
import fi.kotiovi.portal.shell.Live;
import fi.kotiovi.portal.shell.Page;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A chat with the office: how to begin one, or the one that goes on, wherever it was begun. */
@Route("chat")
@RolesAllowed("RESIDENT")
public class ChatView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1;

    /** The page says that it is open; a closed one cannot, and neither can one without a network. */
    private static final String SIGN_OF_LIFE = """
            const page = this;
            const here = () => { if (page.isConnected && !document.hidden) page.$server.here(); };
            const every = setInterval(() => page.isConnected ? here() : clearInterval(every), $0);
            document.addEventListener('visibilitychange', here);""";

    private static final int EVERY_MILLIS = 20_000;

    private final transient MyChat chat;
    private final transient MyContacts contacts;
    private final transient MyMatters matters;
    private final transient Attachments attachments;
    private final transient Drafts drafts;
    private @Nullable UUID open;
    private @Nullable ChatTalk talk;

    public ChatView(
            MyChat chat, MyContacts contacts, MyMatters matters, Attachments attachments, Drafts drafts, Live live) {
        this.chat = chat;
        this.contacts = contacts;
        this.matters = matters;
        this.attachments = attachments;
        this.drafts = drafts;
        live.watch(this, this::look, this::news);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        chat.live().ifPresentOrElse(this::show, this::offer);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        getElement().executeJs(SIGN_OF_LIFE, EVERY_MILLIS);
    }

    @ClientCallable
    void here() {
        if (open != null) {
            chat.here(open);
        }
    }

    private void offer() {
        begin(getTranslation("chat.title"), "/");
        open = null;
        talk = null;
        add(new ChatStart(chat, contacts, drafts, this::show));
    }

    private void show(Chat now) {
        begin(getTranslation("chat.title"), "/");
        open = now.contact();
        talk = new ChatTalk(chat, contacts, matters, attachments, drafts, now);
        add(talk);
    }

    private Object look() {
        return open == null ? chat.live().map(Chat::contact) : chat.one(open);
    }

    private void news() {
        var shown = open;
        var now = shown == null ? chat.live() : chat.one(shown);
        if (talk != null && now.isPresent() && Objects.equals(now.map(Chat::contact), Optional.ofNullable(shown))) {
            talk.news(now.get());
        } else {
            now.ifPresent(this::show);
        }
    }
}
