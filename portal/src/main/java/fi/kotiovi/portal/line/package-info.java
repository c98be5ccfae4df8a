/** The line at an office, for everybody: the kiosk at the door, the board on the wall, and one's own place. */
@NullMarked
package fi.kotiovi.portal.line;

import org.jspecify.annotations.NullMarked;
