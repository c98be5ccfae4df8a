/** The line at an office: numbers for walk-ins, booked visitors who have come, counters, calling, and how long it takes. */
@NullMarked
package fi.kotiovi.domain.line;

import org.jspecify.annotations.NullMarked;
