package fi.kotiovi.backoffice.calendar;

import fi.kotiovi.domain.calendar.Changing;
import fi.kotiovi.domain.line.LineRule;
import fi.kotiovi.domain.line.LineRules;
import fi.kotiovi.domain.line.LineTerms;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What the office has decided about its line; it holds from the next number on. */
class LineRuleForm extends RuleForm {
    private static final long serialVersionUID = 1;

    LineRuleForm(LineRules rules, UUID office, Consumer<Changing> changed) {
        super("calendar.form.LINE_RULE", changed);
        var now = rules.of(office);
        var early = number("calendar.line.early", now.rule().earlyMinutes(), 0, 120);
        var late = number("calendar.line.late", now.rule().lateMinutes(), 0, 60);
        var recall = number("calendar.line.recall", now.rule().recallSeconds(), 0, 600);
        var tell = number("calendar.line.tell", now.rule().tellPlaces(), 1, 50);
        var day = number("calendar.line.aDay", now.numbersADay(), 0, 999);
        var address = number("calendar.line.anAddress", now.numbersAnAddress(), 1, 999);
        fields(early, late, recall, tell, day, address);
        saves(() -> {
            var wrong = List.of(early, late, recall, tell, day, address).stream()
                    .filter(field -> !isRight(field))
                    .count();
            return wrong > 0
                    ? Optional.empty()
                    : Optional.of(rules.set(
                            office,
                            new LineTerms(
                                    new LineRule(early.getValue(), late.getValue(), recall.getValue(), tell.getValue()),
                                    day.getValue(),
                                    address.getValue())));
        });
    }
}
