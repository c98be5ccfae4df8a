package fi.kotiovi.domain.fault;

import fi.kotiovi.domain.fault.Filing.Gap;
import fi.kotiovi.domain.housing.PhoneNumbers;
import fi.kotiovi.vocabulary.PlaceZone;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a report must say before a crew can start. The same answer for the form and at the moment of filing. */
@Component
class FaultCheck {
    private final FaultCatalogue catalogue;

    FaultCheck(FaultCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    Set<Gap> gaps(ReportFault report) {
        var gaps = EnumSet.noneOf(Gap.class);
        var place = catalogue.place(report.place());
        if (place.isEmpty()) {
            gaps.add(Gap.PLACE);
        }
        if (catalogue.problem(report.place(), report.problem()).isEmpty()) {
            gaps.add(Gap.PROBLEM);
        }
        if (report.description().isBlank()) {
            gaps.add(Gap.DESCRIPTION_MISSING);
        }
        if (characters(report.description()) > ReportFault.LONGEST_DESCRIPTION) {
            gaps.add(Gap.DESCRIPTION_TOO_LONG);
        }
        if (report.phone().isBlank()) {
            gaps.add(Gap.PHONE_MISSING);
        } else if (PhoneNumbers.parse(report.phone()).isEmpty()) {
            gaps.add(Gap.PHONE_IMPOSSIBLE);
        }
        // A crew needs leave to enter a home; nobody is asked for leave to enter a yard.
        if (report.entryConsent() == null
                && place.map(FaultCatalogue.Place::zone).orElse(null) == PlaceZone.HOME) {
            gaps.add(Gap.ENTRY_CONSENT);
        }
        if (characters(report.entryTimes()) > ReportFault.LONGEST_ENTRY_TIMES) {
            gaps.add(Gap.ENTRY_TIMES_TOO_LONG);
        }
        if (report.photos().size() > ReportFault.MOST_PHOTOS) {
            gaps.add(Gap.TOO_MANY_PHOTOS);
        }
        return gaps;
    }

    /** As PostgreSQL counts them: an emoji is one. */
    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }
}
