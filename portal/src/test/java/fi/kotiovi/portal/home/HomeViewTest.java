package fi.kotiovi.portal.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H1;
import fi.kotiovi.portal.Residents;
import org.junit.jupiter.api.Test;

class HomeViewTest extends Residents {
    @Test
    void each_resident_sees_the_own_matters_in_the_own_language() {
        var aino = windowOf("aino");
        var elin = windowOf("elin");
        aino.navigate(HomeView.class);
        assertThat(aino.find(H1.class).single().getText()).startsWith("Hei Aino. Kotonasi on");
        assertThat(aino.getCurrentView().getElement().getTextRecursively()).contains("Vesikatko");

        elin.navigate(HomeView.class);
        assertThat(elin.find(H1.class).single().getText()).startsWith("Hej Elin.");
        assertThat(elin.getCurrentView().getElement().getTextRecursively()).doesNotContain("Vesikatko");
    }
}
