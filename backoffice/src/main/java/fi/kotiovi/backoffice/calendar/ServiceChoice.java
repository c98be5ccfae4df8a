package fi.kotiovi.backoffice.calendar;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import fi.kotiovi.vocabulary.OfficeService;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Which of the office's services the page speaks of. */
class ServiceChoice extends Div {
    private static final long serialVersionUID = 1;

    private final Map<OfficeService, NativeButton> buttons = new EnumMap<>(OfficeService.class);

    ServiceChoice(OfficeService first, Consumer<OfficeService> chosen) {
        addClassNames("row", "wrap", "tabs");
        getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("calendar.service"));
        for (var service : OfficeService.values()) {
            var button = new NativeButton(getTranslation("calendar.service." + service), event -> {
                show(service);
                chosen.accept(service);
            });
            button.addClassNames("btn", "line", "s");
            buttons.put(service, button);
            add(button);
        }
        show(first);
    }

    private void show(OfficeService chosen) {
        buttons.forEach((service, button) ->
                button.getElement().setAttribute("aria-pressed", String.valueOf(service == chosen)));
    }
}
