/** Booking an office visit, moving and cancelling it. */
@NullMarked
package fi.kotiovi.portal.visit;

import org.jspecify.annotations.NullMarked;
