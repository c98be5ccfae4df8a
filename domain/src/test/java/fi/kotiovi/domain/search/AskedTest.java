package fi.kotiovi.domain.search;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AskedTest {
    @Example
    void a_number_is_understood_as_people_say_it() {
        assertThat(new Asked("f-26-004711").number()).contains("F-26-004711");
        assertThat(new Asked("C26 12").number()).contains("C-26-000012");
        assertThat(new Asked("avain").number()).isEmpty();
    }

    @Example
    void an_address_is_understood_as_far_as_it_goes() {
        assertThat(new Asked("Lehmuskuja").place()).contains(new Asked.Place("Lehmuskuja", null, null, null));
        assertThat(new Asked("Lehmuskuja 4 B 27").place()).contains(new Asked.Place("Lehmuskuja", "4", "B", 27));
        assertThat(new Asked("lehmuskuja 4b").place()).contains(new Asked.Place("lehmuskuja", "4", "b", null));
        assertThat(new Asked("040 123 4567").place()).isEmpty();
    }

    @Property(tries = 300)
    void whatever_is_typed_is_understood_or_not_but_never_breaks(@ForAll String typed) {
        var asked = new Asked(typed);
        assertThat(asked.text().codePointCount(0, asked.text().length())).isLessThanOrEqualTo(120);
        assertThat(asked.number().isPresent() && asked.place().isPresent()).isFalse();
        assertThat(Snippet.of(typed, typed).length()).isLessThanOrEqualTo(Math.max(typed.length() * 2, 200));
    }
}
