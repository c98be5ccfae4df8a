package fi.kotiovi.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.privacy.Secrets.Found;
import fi.kotiovi.domain.privacy.Secrets.Kind;
import java.time.LocalDate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class SecretsTest {
    private static final String CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private static final String OF_1900 = "-YXWVU";
    private static final String OF_2000 = "ABCDEF";

    @Property(tries = 500)
    void every_identity_code_is_found_with_old_and_new_separators(
            @ForAll @IntRange(min = 0, max = 36_000) int day,
            @ForAll @IntRange(min = 2, max = 999) int number,
            @ForAll @IntRange(min = 0, max = 11) int separator) {
        var code = code(day, number, separator);
        assertThat(Secrets.in("Tunnukseni on " + code + ", kiitos.")).containsExactly(found(14, code));
        assertThat(Secrets.in(code.toLowerCase(java.util.Locale.ROOT))).hasSize(1);
        assertThat(Secrets.masked("Olen " + code + "."))
                .isEqualTo("Olen " + code.substring(0, 6) + "-****.")
                .isEqualTo(Secrets.masked(Secrets.masked("Olen " + code + ".")));
    }

    @Property(tries = 500)
    void a_wrong_check_character_is_no_identity_code(
            @ForAll @IntRange(min = 0, max = 36_000) int day,
            @ForAll @IntRange(min = 2, max = 999) int number,
            @ForAll @IntRange(min = 1, max = 30) int off) {
        var code = code(day, number, 0);
        var wrong = CHECKS.charAt((CHECKS.indexOf(code.charAt(10)) + off) % CHECKS.length());
        assertThat(Secrets.in(code.substring(0, 10) + wrong)).isEmpty();
    }

    @Property(tries = 500)
    void no_phone_number_is_taken_for_a_secret(@ForAll @LongRange(min = 400_000_000, max = 509_999_999) long mobile) {
        var local = "0" + mobile;
        assertThat(Secrets.in(local)).isEmpty();
        assertThat(Secrets.in("+358" + mobile)).isEmpty();
        assertThat(Secrets.in("00358" + mobile)).isEmpty();
        assertThat(Secrets.in(local.substring(0, 3) + " " + local.substring(3, 6) + " " + local.substring(6)))
                .isEmpty();
        assertThat(Secrets.in(local.substring(0, 3) + "-" + local.substring(3))).isEmpty();
    }

    @Property(tries = 500)
    void no_number_of_ours_no_day_and_no_home_is_taken_for_a_secret(
            @ForAll @IntRange(min = 0, max = 999_999) int number, @ForAll @IntRange(min = 0, max = 20_000) int day) {
        var date = LocalDate.ofEpochDay(day);
        assertThat(Secrets.in("F-26-%06d C-26-%06d V-26-%06d".formatted(number, number, number)))
                .isEmpty();
        assertThat(Secrets.in("Lehmuskuja 4 B " + number % 200 + ", 00995 Helsinki"))
                .isEmpty();
        assertThat(Secrets.in(date + " " + date.getDayOfMonth() + "." + date.getMonthValue() + "." + date.getYear()))
                .isEmpty();
        assertThat(Secrets.in("%td%tm%ty - %03d".formatted(date, date, date, number % 1000)))
                .isEmpty();
    }

    @Property(tries = 500)
    void whatever_is_typed_can_be_masked_and_cleaned(
            @ForAll @Chars({'1', '3', '0', 'F', 'I', '-', 'A', ' ', 'x', '.'}) String typed) {
        assertThat(Secrets.in(Secrets.masked(typed))).isEmpty();
        assertThat(Secrets.in(Secrets.without(typed)))
                .hasSizeLessThanOrEqualTo(Secrets.in(typed).size());
    }

    @Example
    void published_test_codes_are_found() {
        assertThat(Secrets.in("131052-308T")).hasSize(1);
        assertThat(Secrets.in("131052+308T, 131052U308T ja 010594Y9032")).hasSize(3);
    }

    @Example
    void a_birthday_that_never_was_is_no_code() {
        assertThat(Secrets.in("310299-" + "123" + CHECKS.charAt(310_299_123 % 31)))
                .isEmpty();
    }

    @Example
    void bank_accounts_are_found_by_their_check_and_their_length() {
        assertThat(Secrets.in("Palautus tilille FI21 1234 5600 0007 85 kiitos"))
                .containsExactly(new Found(Kind.BANK_ACCOUNT, 17, 39));
        assertThat(Secrets.in("FI2112345600000785")).hasSize(1);
        assertThat(Secrets.in("SE45 5000 0000 0583 9825 7466.")).hasSize(1);
        assertThat(Secrets.in("FI22 1234 5600 0007 85")).isEmpty();
        assertThat(Secrets.masked("Tili FI21 1234 5600 0007 85.")).isEqualTo("Tili FI** **** **85.");
    }

    @Example
    void cards_are_found_by_their_check_digit() {
        assertThat(Secrets.masked("Kortti 4111 1111 1111 1111")).isEqualTo("Kortti **** 1111");
        assertThat(Secrets.in("4111111111111112")).isEmpty();
        assertThat(Secrets.in("5555-5555-5555-4444")).hasSize(1);
        assertThat(Secrets.in("Viite 1234 5678 9012 3456 7894")).isEmpty();
    }

    @Example
    void what_is_taken_out_leaves_a_sentence() {
        assertThat(Secrets.without("Olen 131052-308T, soittakaa. Tili FI21 1234 5600 0007 85 ."))
                .isEqualTo("Olen, soittakaa. Tili.");
    }

    private static Found found(int start, String code) {
        return new Found(Kind.IDENTITY_CODE, start, start + code.length());
    }

    private static String code(int day, int number, int separator) {
        var century = separator < OF_1900.length() ? 1900 : 2000;
        var date = LocalDate.of(century, 1, 1).plusDays(day);
        var digits = "%td%tm%ty".formatted(date, date, date);
        var check = CHECKS.charAt((int) (Long.parseLong(digits + "%03d".formatted(number)) % CHECKS.length()));
        var sign = (OF_1900 + OF_2000).charAt(separator);
        return digits + sign + "%03d".formatted(number) + check;
    }
}
