/** The key room: which key hangs where and who holds it. */
@NullMarked
package fi.kotiovi.domain.key;

import org.jspecify.annotations.NullMarked;
