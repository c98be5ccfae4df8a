/** A small town to test in: a real PostgreSQL, both applications' services as their own roles, and a clock to move. */
@NullMarked
package fi.kotiovi.domain.town;

import org.jspecify.annotations.NullMarked;
