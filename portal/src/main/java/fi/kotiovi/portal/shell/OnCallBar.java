package fi.kotiovi.portal.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import fi.kotiovi.domain.housing.PhoneNumbers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The number of the people on call, at the foot of every page; needs no database. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class OnCallBar extends Footer {
    private static final long serialVersionUID = 1;

    OnCallBar(@Value("${" + Settings.ON_CALL_PHONE + "}") String phone) {
        addClassName("foot");
        var number = new Span(PhoneNumbers.shown(phone));
        number.addClassNames("num", "strong");
        var words = new Span(getTranslation("oncall.bar"));
        words.addClassName("grow");
        var call = new Anchor("tel:" + phone, Pictogram.PHONE.icon(), words, number);
        call.addClassName("oncall");
        add(call);
    }
}
