/** One field that finds whatever a member of staff may see. */
@NullMarked
package fi.kotiovi.domain.search;

import org.jspecify.annotations.NullMarked;
