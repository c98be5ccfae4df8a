/** The residents' site. */
@NullMarked
package fi.kotiovi.portal;

import org.jspecify.annotations.NullMarked;
