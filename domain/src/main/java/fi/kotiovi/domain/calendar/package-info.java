/** Working days, opening hours and closures, in the local time of an office. */
@NullMarked
package fi.kotiovi.domain.calendar;

import org.jspecify.annotations.NullMarked;
