/** Photos and files that came with something. */
@NullMarked
package fi.kotiovi.domain.attachment;

import org.jspecify.annotations.NullMarked;
