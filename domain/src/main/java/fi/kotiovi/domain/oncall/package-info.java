/** Who is on call, and alerts that climb until somebody acknowledges. */
@NullMarked
package fi.kotiovi.domain.oncall;

import org.jspecify.annotations.NullMarked;
