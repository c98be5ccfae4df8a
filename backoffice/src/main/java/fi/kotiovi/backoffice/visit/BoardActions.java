package fi.kotiovi.backoffice.visit;

import fi.kotiovi.domain.visit.BoardPlace;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** What can be done on the board, wherever on it. */
interface BoardActions {
    void choose(UUID visit);

    /** {@code dragged} when a mouse holds it, so that the focus stays where it is. */
    void pickUp(UUID visit, boolean dragged);

    /** Leaves what was picked up where it was. */
    void giveUp();

    /** Moves what was picked up; {@code anyCounter} when the column shows a whole day. */
    void drop(BoardPlace place, boolean anyCounter);

    void book(OffsetDateTime start, int counter);

    void goTo(LocalDate day);
}
