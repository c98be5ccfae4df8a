package fi.kotiovi.domain.fault;

import static fi.kotiovi.db.Tables.FAULT_CATEGORY;
import static fi.kotiovi.db.Tables.FAULT_PLACE;
import static fi.kotiovi.db.Tables.FAULT_PLACE_CATEGORY;
import static fi.kotiovi.db.Tables.FAULT_PROBLEM;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.row;

import fi.kotiovi.domain.housing.Localized;
import fi.kotiovi.vocabulary.PlaceZone;
import fi.kotiovi.vocabulary.Responsible;
import fi.kotiovi.vocabulary.Urgency;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What can be broken where, in words a resident uses, and how urgent it is by default (domain.md 3.3, 3.4). Read once:
 * no role of an application may change it, only a migration does.
 */
@Service
public class FaultCatalogue {
    private final DSLContext db;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    FaultCatalogue(DSLContext db) {
        this.db = db;
    }

    public List<Place> places() {
        return known().places;
    }

    /** The places where a problem can occur. */
    public List<Place> placesOf(String problem) {
        return places().stream()
                .filter(place -> problem(place.code(), problem).isPresent())
                .toList();
    }

    /** The kinds of thing that can be broken in a place. */
    public List<Category> categories(String place) {
        return known().categories.getOrDefault(place, List.of());
    }

    public List<Problem> problems(String category) {
        return known().problems.getOrDefault(category, List.of());
    }

    /** The problem, if it can occur in that place. */
    public Optional<Problem> problem(String place, String problem) {
        return categories(place).stream()
                .flatMap(category -> problems(category.code()).stream())
                .filter(offered -> offered.code().equals(problem))
                .findFirst();
    }

    Optional<Place> place(String code) {
        return places().stream().filter(place -> place.code().equals(code)).findFirst();
    }

    private Known known() {
        var before = known.get();
        if (before != null) {
            return before;
        }
        var read = new Known(readPlaces(), readCategories(), readProblems());
        known.set(read);
        return read;
    }

    private List<Place> readPlaces() {
        return db.select(
                        FAULT_PLACE.CODE,
                        FAULT_PLACE.ZONE,
                        row(FAULT_PLACE.NAME_FI, FAULT_PLACE.NAME_SV, FAULT_PLACE.NAME_EN)
                                .mapping(Localized::new))
                .from(FAULT_PLACE)
                .orderBy(FAULT_PLACE.POSITION)
                .fetch(mapping(Place::new));
    }

    private Map<String, List<Category>> readCategories() {
        return db.select(
                        FAULT_PLACE_CATEGORY.PLACE_CODE,
                        FAULT_CATEGORY.CODE,
                        row(FAULT_CATEGORY.NAME_FI, FAULT_CATEGORY.NAME_SV, FAULT_CATEGORY.NAME_EN)
                                .mapping(Localized::new))
                .from(FAULT_CATEGORY)
                .join(FAULT_PLACE_CATEGORY)
                .on(FAULT_PLACE_CATEGORY.CATEGORY_CODE.eq(FAULT_CATEGORY.CODE))
                .orderBy(FAULT_CATEGORY.POSITION)
                .fetchGroups(FAULT_PLACE_CATEGORY.PLACE_CODE, r -> new Category(r.value2(), r.value3()));
    }

    private Map<String, List<Problem>> readProblems() {
        return db
                .select(
                        FAULT_PROBLEM.CODE,
                        FAULT_PROBLEM.CATEGORY_CODE,
                        FAULT_PROBLEM.URGENCY,
                        FAULT_PROBLEM.RESPONSIBLE,
                        row(FAULT_PROBLEM.NAME_FI, FAULT_PROBLEM.NAME_SV, FAULT_PROBLEM.NAME_EN)
                                .mapping(Localized::new),
                        row(FAULT_PROBLEM.CHECK_FIRST_FI, FAULT_PROBLEM.CHECK_FIRST_SV, FAULT_PROBLEM.CHECK_FIRST_EN)
                                .mapping(Localized::new))
                .from(FAULT_PROBLEM)
                .orderBy(FAULT_PROBLEM.POSITION)
                .fetch(mapping(Problem::new))
                .stream()
                .collect(Collectors.groupingBy(Problem::category));
    }

    private record Known(
            List<Place> places, Map<String, List<Category>> categories, Map<String, List<Problem>> problems) {}

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
