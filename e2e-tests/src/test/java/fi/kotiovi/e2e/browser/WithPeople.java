package fi.kotiovi.e2e.browser;

import fi.kotiovi.e2e.house.House;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test the house, the people in it, or both; house and browser start once a run. */
public final class WithPeople implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == People.class || type == House.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var store = context.getRoot().getStore(Namespace.GLOBAL);
        var house = store.computeIfAbsent(House.class, key -> new House(), House.class);
        if (parameter.getParameter().getType() == House.class) {
            return house;
        }
        var browsers = store.computeIfAbsent(Browsers.class, key -> new Browsers(), Browsers.class);
        return new People(house, browsers.browser());
    }
}
