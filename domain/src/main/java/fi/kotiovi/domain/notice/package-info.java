/** News of a resident's own building. */
@NullMarked
package fi.kotiovi.domain.notice;

import org.jspecify.annotations.NullMarked;
