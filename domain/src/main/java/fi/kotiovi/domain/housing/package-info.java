/** Homes, the buildings they stand in, and who lives where. */
@NullMarked
package fi.kotiovi.domain.housing;

import org.jspecify.annotations.NullMarked;
