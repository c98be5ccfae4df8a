/** Alerts that nobody has taken yet, and who is on call. */
@NullMarked
package fi.kotiovi.backoffice.oncall;

import org.jspecify.annotations.NullMarked;
