/** Who is asking: the signed-in resident or member of staff, and how a sign-in is checked. */
@NullMarked
package fi.kotiovi.domain.identity;

import org.jspecify.annotations.NullMarked;
