package fi.kotiovi.domain.fault;

import static fi.kotiovi.db.Tables.FAULT_CATEGORY;
import static fi.kotiovi.db.Tables.FAULT_PLACE;
import static fi.kotiovi.db.Tables.FAULT_PLACE_CATEGORY;
import static fi.kotiovi.db.Tables.FAULT_PROBLEM;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;

import fi.kotiovi.domain.housing.Localized;
import fi.kotiovi.vocabulary.PlaceZone;
import fi.kotiovi.vocabulary.Responsible;
import fi.kotiovi.vocabulary.Urgency;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be broken where, in words a resident uses, and how urgent it is by default (domain.md 3.3, 3.4). */
@Service
public class FaultCatalogue {
    private final DSLContext db;

    FaultCatalogue(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public List<Place> places() {
        return db.select(
                        FAULT_PLACE.CODE,
                        FAULT_PLACE.ZONE,
                        row(FAULT_PLACE.NAME_FI, FAULT_PLACE.NAME_SV, FAULT_PLACE.NAME_EN)
                                .mapping(Localized::new))
                .from(FAULT_PLACE)
                .orderBy(FAULT_PLACE.POSITION)
                .fetch(mapping(Place::new));
    }

    /** The places where a problem can occur. */
    @Transactional(readOnly = true)
    public List<Place> placesOf(String problem) {
        return places().stream()
                .filter(place -> problem(place.code(), problem).isPresent())
                .toList();
    }

    /** The kinds of thing that can be broken in a place. */
    @Transactional(readOnly = true)
    public List<Category> categories(String place) {
        return db.select(
                        FAULT_CATEGORY.CODE,
                        row(FAULT_CATEGORY.NAME_FI, FAULT_CATEGORY.NAME_SV, FAULT_CATEGORY.NAME_EN)
                                .mapping(Localized::new))
                .from(FAULT_CATEGORY)
                .join(FAULT_PLACE_CATEGORY)
                .on(FAULT_PLACE_CATEGORY.CATEGORY_CODE.eq(FAULT_CATEGORY.CODE))
                .where(FAULT_PLACE_CATEGORY.PLACE_CODE.eq(place))
                .orderBy(FAULT_CATEGORY.POSITION)
                .fetch(mapping(Category::new));
    }

    @Transactional(readOnly = true)
    public List<Problem> problems(String category) {
        return problemsWhere(FAULT_PROBLEM.CATEGORY_CODE.eq(category));
    }

    /** The problem, if it can occur in that place. */
    @Transactional(readOnly = true)
    public Optional<Problem> problem(String place, String problem) {
        return problemsWhere(FAULT_PROBLEM
                        .CODE
                        .eq(problem)
                        .and(exists(selectOne()
                                .from(FAULT_PLACE_CATEGORY)
                                .where(FAULT_PLACE_CATEGORY.PLACE_CODE.eq(place))
                                .and(FAULT_PLACE_CATEGORY.CATEGORY_CODE.eq(FAULT_PROBLEM.CATEGORY_CODE)))))
                .stream()
                .findFirst();
    }

    private List<Problem> problemsWhere(Condition condition) {
        return db.select(
                        FAULT_PROBLEM.CODE,
                        FAULT_PROBLEM.CATEGORY_CODE,
                        FAULT_PROBLEM.URGENCY,
                        FAULT_PROBLEM.RESPONSIBLE,
                        row(FAULT_PROBLEM.NAME_FI, FAULT_PROBLEM.NAME_SV, FAULT_PROBLEM.NAME_EN)
                                .mapping(Localized::new),
                        row(FAULT_PROBLEM.CHECK_FIRST_FI, FAULT_PROBLEM.CHECK_FIRST_SV, FAULT_PROBLEM.CHECK_FIRST_EN)
                                .mapping(Localized::new))
                .from(FAULT_PROBLEM)
                .where(condition)
                .orderBy(FAULT_PROBLEM.POSITION)
                .fetch(mapping(Problem::new));
    }

    /** A place in the home, in the building or outside. */
    public record Place(String code, PlaceZone zone, Localized name) implements Serializable {}

    /** A kind of thing that can be broken. */
    public record Category(String code, Localized name) implements Serializable {}

    /** What is wrong, and what to try before sending ({@code checkFirst} is empty when there is nothing to try). */
    public record Problem(
            String code,
            String category,
            Urgency urgency,
            Responsible responsible,
            Localized name,
            Localized checkFirst)
            implements Serializable {}
}
