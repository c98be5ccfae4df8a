package fi.kotiovi.domain.housing;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class PhoneNumbersTest {
    @Property(tries = 500)
    void whateverIsTypedIsEitherStorableOrRefused(@ForAll String typed) {
        PhoneNumbers.parse(typed).ifPresent(e164 -> assertThat(e164).matches("\\+[1-9]\\d{5,14}"));
    }

    @Property(tries = 500)
    void whatIsShownCanBeTypedAgain(@ForAll @LongRange(min = 400_000_000, max = 509_999_999) long mobile) {
        var e164 = "+358" + mobile;
        assertThat(PhoneNumbers.parse(PhoneNumbers.shown(e164))).contains(e164);
    }

    @Example
    void aFinnIsShownTheNumberAsAFinnReadsIt() {
        assertThat(PhoneNumbers.shown("+358401234567")).isEqualTo("040 123 4567");
        assertThat(PhoneNumbers.parse("040-123 4567")).contains("+358401234567");
        assertThat(PhoneNumbers.parse("+46 8 123 456 78")).contains("+46812345678");
        assertThat(PhoneNumbers.shown("+46812345678")).startsWith("+46 ");
    }
}
