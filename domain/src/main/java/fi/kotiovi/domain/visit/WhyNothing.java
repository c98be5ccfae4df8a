package fi.kotiovi.domain.visit;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** Why nothing is free on some days: the rules that stand in the way, in order of the first date they do. */
public record WhyNothing(List<Line> lines) implements Serializable {
    /** One rule, the first date it closes and how many of the days. */
    public record Line(Refusal refusal, LocalDate first, int days) implements Serializable {}
}
