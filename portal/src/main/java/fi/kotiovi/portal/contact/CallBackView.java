package fi.kotiovi.portal.contact;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fi.kotiovi.domain.calendar.OpenTimes.Span;
import fi.kotiovi.domain.contact.CallBackAsking;
import fi.kotiovi.domain.contact.CallBackAsking.Gap;
import fi.kotiovi.domain.contact.MyCallBacks;
import fi.kotiovi.domain.contact.MyContacts;
import fi.kotiovi.domain.contact.Topic;
import fi.kotiovi.domain.draft.Drafts;
import fi.kotiovi.domain.housing.PhoneNumbers;
import fi.kotiovi.domain.housing.Residents;
import fi.kotiovi.portal.contact.ContactDraft.Field;
import fi.kotiovi.portal.shell.Languages;
import fi.kotiovi.portal.shell.Page;
import fi.kotiovi.vocabulary.DraftKind;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asking to be called: the number, a time when we are at the telephone, and what it is about. */
@Route("contacts/call")
@RolesAllowed("RESIDENT")
public class CallBackView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1;

    private final transient MyCallBacks calls;
    private final transient MyContacts contacts;
    private final transient Residents residents;
    private final transient Drafts drafts;
    private final TextField phone = new TextField();
    private final Select<Span> window = new Select<>();
    private final Select<Topic> topic = new Select<>();
    private final TextArea body = new TextArea();
    private final Map<Gap, HasValidation> fieldOf = new EnumMap<>(Gap.class);

    public CallBackView(MyCallBacks calls, MyContacts contacts, Residents residents, Drafts drafts) {
        this.calls = calls;
        this.contacts = contacts;
        this.residents = residents;
        this.drafts = drafts;
        addClassName("form");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var open = calls.open();
        if (open.isPresent()) {
            event.forwardTo("contacts/" + open.get().contact());
            return;
        }
        begin(getTranslation("callback.title"), "/");
        var windows = calls.windows();
        if (windows.isEmpty()) {
            add(
                    card(soft(getTranslation("callback.none"))),
                    link("/contacts/new", getTranslation("chat.write"), "btn"));
            return;
        }
        add(soft(getTranslation("callback.lead")));
        var draft = new ContactDraft(drafts, DraftKind.CONTACT);
        phone(draft);
        window(draft, windows);
        topic(draft);
        body(draft);
        add(button(getTranslation("callback.do"), () -> ask(draft), "wide"));
        fieldOf.putAll(Map.of(
                Gap.PHONE_MISSING, phone,
                Gap.PHONE_IMPOSSIBLE, phone,
                Gap.WINDOW, window,
                Gap.TOPIC, topic,
                Gap.BODY_MISSING, body,
                Gap.BODY_TOO_LONG, body));
    }

    private void phone(ContactDraft draft) {
        var known = residents.contactable().phone();
        phone.setLabel(getTranslation("callback.phone"));
        phone.getElement().setAttribute("autocomplete", "tel");
        phone.setAllowedCharPattern("[0-9+() -]");
        phone.setValueChangeMode(ValueChangeMode.LAZY);
        phone.setValue(draft.get(Field.PHONE));
        if (phone.isEmpty() && known != null) {
            phone.setValue(PhoneNumbers.shown(known));
        }
        phone.addValueChangeListener(changed -> {
            draft.set(Field.PHONE, changed.getValue());
            phone.setInvalid(false);
        });
        add(phone);
    }

    private void window(ContactDraft draft, List<Span> windows) {
        window.setLabel(getTranslation("callback.window"));
        window.setItems(windows);
        window.setItemLabelGenerator(span -> CallBackCard.when(span.from(), span.until(), Languages.current()));
        windows.stream()
                .filter(span -> span.from().toString().equals(draft.get(Field.WINDOW)))
                .findFirst()
                .ifPresent(window::setValue);
        window.addValueChangeListener(changed -> {
            // none, when what can be chosen has changed
            if (changed.getValue() != null) {
                draft.set(Field.WINDOW, changed.getValue().from().toString());
                window.setInvalid(false);
            }
        });
        add(window);
    }

    private void topic(ContactDraft draft) {
        var topics = contacts.topics();
        topic.setLabel(getTranslation("contact.topic"));
        topic.setItems(topics);
        topic.setItemLabelGenerator(item -> item.name().in(Languages.current()));
        topics.stream()
                .filter(item -> item.code().equals(draft.get(Field.TOPIC)))
                .findFirst()
                .ifPresent(topic::setValue);
        topic.addValueChangeListener(changed -> {
            if (changed.getValue() != null) {
                draft.set(Field.TOPIC, changed.getValue().code());
                topic.setInvalid(false);
            }
        });
        add(topic);
    }

    private void body(ContactDraft draft) {
        body.setLabel(getTranslation("chat.first"));
        body.setHelperText(getTranslation("contact.body.help"));
        body.setMinRows(3);
        body.setMaxRows(10);
        body.setValueChangeMode(ValueChangeMode.LAZY);
        body.setValue(draft.get(Field.BODY));
        body.addValueChangeListener(changed -> {
            draft.set(Field.BODY, changed.getValue());
            body.setInvalid(false);
        });
        add(body);
    }

    private void ask(ContactDraft draft) {
        var chosen = window.getValue();
        var from = chosen == null ? null : chosen.from();
        switch (calls.ask(draft.submission(), phone.getValue(), from, draft.get(Field.TOPIC), draft.get(Field.BODY))) {
            case CallBackAsking.Asked asked -> {
                draft.discard();
                getUI().ifPresent(ui -> ui.navigate("contacts/" + asked.call().contact()));
            }
            case CallBackAsking.Incomplete incomplete -> show(incomplete.gaps());
        }
    }

    private void show(Set<Gap> gaps) {
        for (var gap : gaps) {
            var field = fieldOf.get(gap);
            if (field != null) {
                field.setErrorMessage(getTranslation(gap == Gap.WINDOW ? "callback.window.missing" : "gap." + gap));
                field.setInvalid(true);
            }
        }
        if (gaps.contains(Gap.WINDOW) && window.getValue() != null) {
            // the chosen time has passed while the page was open
            window.setItems(calls.windows());
            window.setErrorMessage(getTranslation("callback.window.passed"));
            window.setInvalid(true);
        }
    }
}
