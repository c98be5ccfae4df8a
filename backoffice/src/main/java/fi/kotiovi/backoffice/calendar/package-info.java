/** When an office is open, at how many counters, and what it asks of whoever books. */
@NullMarked
package fi.kotiovi.backoffice.calendar;

import org.jspecify.annotations.NullMarked;
