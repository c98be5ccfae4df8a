package fi.kotiovi.backoffice.knowledge;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.contact.Topic;
import fi.kotiovi.domain.knowledge.LocalText;
import fi.kotiovi.domain.knowledge.SaveArticle;
import fi.kotiovi.domain.knowledge.Saving.Gap;
import fi.kotiovi.vocabulary.ArticleAudience;
import fi.kotiovi.vocabulary.Language;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** An article as it is written: topic, readers, and the three languages beside each other. */
class ArticleForm extends Div {
    private static final long serialVersionUID = 1;

    private final Select<Topic> topic = new Select<>();
    private final RadioButtonGroup<ArticleAudience> audience = new RadioButtonGroup<>();
    private final EnumMap<Language, Fields> fields = new EnumMap<>(Language.class);

    ArticleForm(List<Topic> topics) {
        addClassName("article-form");
        topic.setLabel(getTranslation("contact.topic"));
        topic.setItems(topics);
        topic.setItemLabelGenerator(one -> one.name().in(Languages.current()));
        topic.addValueChangeListener(change -> topic.setInvalid(false));
        audience.setLabel(getTranslation("knowledge.audience"));
        audience.setItems(ArticleAudience.values());
        audience.setItemLabelGenerator(one -> getTranslation("knowledge.audience." + one));
        audience.setValue(ArticleAudience.RESIDENTS);
        var head = new Div(topic, audience);
        head.addClassNames("row", "wrap", "fields");
        var columns = new Div();
        columns.addClassName("article-languages");
        for (var language : Language.values()) {
            var each = new Fields(new TextField(), new TextArea(), new TextArea());
            fields.put(language, each);
            columns.add(column(language, each));
        }
        add(head, columns);
    }

    private Section column(Language language, Fields each) {
        each.title.setLabel(getTranslation("knowledge.field.title"));
        each.body.setLabel(getTranslation("knowledge.field.body"));
        each.body.setMinRows(12);
        each.words.setLabel(getTranslation("knowledge.field.words"));
        each.words.setHelperText(getTranslation("knowledge.field.words.hint"));
        each.title.addValueChangeListener(change -> each.title.setInvalid(false));
        each.body.addValueChangeListener(change -> each.body.setInvalid(false));
        each.words.addValueChangeListener(change -> each.words.setInvalid(false));
        var heading = new H2(getTranslation("language." + language));
        var section = new Section(heading, each.title, each.body, each.words);
        section.addClassNames("card", "stack");
        section.getElement().setAttribute("lang", language.getLiteral().toLowerCase(Locale.ROOT));
        section.getElement().setAttribute("aria-label", heading.getText());
        return section;
    }

    /** Shows a version. */
    void show(String topicCode, ArticleAudience readers, Map<Language, LocalText> texts) {
        topic.getListDataView()
                .getItems()
                .filter(one -> one.code().equals(topicCode))
                .findFirst()
                .ifPresent(topic::setValue);
        audience.setValue(readers);
        fields.forEach((language, each) -> {
            var text = texts.getOrDefault(language, LocalText.EMPTY);
            each.title.setValue(text.title());
            each.body.setValue(text.body());
            each.words.setValue(text.words());
        });
    }

    SaveArticle written(int seen) {
        var texts = new EnumMap<Language, LocalText>(Language.class);
        fields.forEach((language, each) ->
                texts.put(language, new LocalText(each.title.getValue(), each.body.getValue(), each.words.getValue())));
        var chosen = topic.getOptionalValue();
        return new SaveArticle(seen, chosen.map(Topic::code).orElse(""), audience.getValue(), texts);
    }

    /** Says beside each field what is missing. */
    void mark(Map<Language, Set<Gap>> gaps) {
        fields.forEach((language, each) -> gaps.getOrDefault(language, Set.of()).forEach(gap -> mark(each, gap)));
    }

    private void mark(Fields each, Gap gap) {
        var words = getTranslation("knowledge.gap." + gap);
        switch (gap) {
            case TOPIC -> {
                topic.setErrorMessage(words);
                topic.setInvalid(true);
            }
            case TITLE_MISSING, TITLE_TOO_LONG -> {
                each.title.setErrorMessage(words);
                each.title.setInvalid(true);
            }
            case BODY_MISSING, BODY_TOO_LONG -> {
                each.body.setErrorMessage(words);
                each.body.setInvalid(true);
            }
            case WORDS_TOO_LONG -> {
                each.words.setErrorMessage(words);
                each.words.setInvalid(true);
            }
        }
    }

    private record Fields(TextField title, TextArea body, TextArea words) implements Serializable {}
}
