/** Who looked at whose data, when and why. */
@NullMarked
package fi.kotiovi.domain.audit;

import org.jspecify.annotations.NullMarked;
