/** What nobody should have to write to us, and who looked at it all the same. */
@NullMarked
package fi.kotiovi.domain.privacy;

import org.jspecify.annotations.NullMarked;
