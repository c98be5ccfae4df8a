package fi.kotiovi.backoffice.key;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.router.Route;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.key.Key;
import fi.kotiovi.domain.key.KeyRegister;
import fi.kotiovi.domain.key.NewKey;
import fi.kotiovi.domain.key.Place;
import fi.kotiovi.domain.key.Places;
import fi.kotiovi.domain.key.Registering;
import fi.kotiovi.vocabulary.KeyKind;
import fi.kotiovi.vocabulary.LockSystem;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a new key into the register, or several on one ring with tags that follow each other. */
@Route("keys/new")
@RolesAllowed({"DESK", "MANAGER"})
public class NewKeyView extends KeyPage {
    private static final long serialVersionUID = 1;
    private static final int MOST_ON_A_RING = 12;

    private final transient KeyRegister register;
    private final ComboBox<Place> place;
    private final Select<KeyKind> kind = new Select<>();
    private final Select<LockSystem> lock = new Select<>();
    private final IntegerField count = new IntegerField();
    private final TextField tag = new TextField();
    private final TextField hook = new TextField();
    private final TextField serial = new TextField();
    private final Checkbox spare = new Checkbox();

    public NewKeyView(KeyRegister register, Places places) {
        super(KeyTabs.Tab.NEW, "key.new.title");
        this.register = register;
        place = new ComboBox<>(getTranslation("key.new.where"));
        place.setPlaceholder(getTranslation("key.new.where.hint"));
        place.setItemLabelGenerator(one ->
                one.in(Languages.current()) + (one.home() == null ? " · " + getTranslation("keys.wholeBuilding") : ""));
        place.setItems(DataProvider.fromFilteringCallbacks(
                query -> places.find(query.getFilter().orElse("")).stream()
                        .skip(query.getOffset())
                        .limit(query.getLimit()),
                query -> places.find(query.getFilter().orElse("")).size()));
        place.setWidthFull();
        kind.setLabel(getTranslation("keys.kind"));
        kind.setItems(KeyKind.values());
        kind.setItemLabelGenerator(one -> getTranslation("key.kind." + one));
        kind.setValue(KeyKind.FLAT);
        lock.setLabel(getTranslation("key.lock"));
        lock.setItems(LockSystem.values());
        lock.setItemLabelGenerator(one -> getTranslation("key.lock." + one));
        lock.setValue(LockSystem.MECHANICAL);
        count.setLabel(getTranslation("key.new.count"));
        count.setMin(1);
        count.setMax(MOST_ON_A_RING);
        count.setStepButtonsVisible(true);
        count.setValue(1);
        tag.setLabel(getTranslation("key.new.tag"));
        tag.setValue(register.nextTag());
        hook.setLabel(getTranslation("keys.hook"));
        serial.setLabel(getTranslation("key.serial"));
        serial.setMaxLength(60);
        spare.setLabel(getTranslation("key.new.spare"));
        var save = Buttons.primary(getTranslation("key.new.do"), this::save);
        add(card(place, row(kind, lock, count), row(tag, hook, serial), spare, save));
    }

    private static Div row(Component... fields) {
        var row = new Div(fields);
        row.addClassNames("row", "wrap", "fields");
        return row;
    }

    private void save() {
        var where = place.getValue();
        var many = count.getValue();
        place.setErrorMessage(getTranslation("key.new.where.hint"));
        place.setInvalid(where == null);
        count.setInvalid(many == null || many < 1 || many > MOST_ON_A_RING);
        tag.setErrorMessage(getTranslation("key.tag.unreadable"));
        tag.setInvalid(!tag.getValue().strip().matches("(?i)k-\\d{4,6}"));
        if (where == null || many == null || count.isInvalid() || tag.isInvalid()) {
            return;
        }
        var first = Integer.parseInt(tag.getValue().strip().substring(2));
        var keys = IntStream.range(0, many).mapToObj(n -> key(where, first + n)).toList();
        show(many == 1 ? register.add(keys.getFirst()) : register.addRing(keys));
    }

    private NewKey key(Place where, int number) {
        return new NewKey(
                where.building(),
                where.home(),
                "K-" + number,
                hook.getValue(),
                kind.getValue(),
                lock.getValue(),
                serial.getValue(),
                spare.getValue());
    }

    private void show(Registering outcome) {
        switch (outcome) {
            case Registering.Done done -> {
                answer(true, getTranslation("key.new.done", tags(done.keys())));
                tag.setValue(register.nextTag());
                serial.clear();
            }
            case Registering.TagTaken taken -> {
                tag.setErrorMessage(getTranslation("key.tag.taken", taken.tag()));
                tag.setInvalid(true);
                tag.focus();
            }
            case Registering.TagUnreadable _ -> tag.setInvalid(true);
            case Registering.NoSuchHook _ -> {
                hook.setErrorMessage(getTranslation("key.hook.none"));
                hook.setInvalid(true);
                hook.focus();
            }
            case Registering.NotHere other ->
                answer(false, getTranslation("key.elsewhere", other.key().tag(), ""));
        }
    }

    private static String tags(List<Key> keys) {
        return keys.stream().map(Key::tag).collect(Collectors.joining(", "));
    }
}
