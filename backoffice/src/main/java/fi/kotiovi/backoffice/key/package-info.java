/** Looking up keys. */
@NullMarked
package fi.kotiovi.backoffice.key;

import org.jspecify.annotations.NullMarked;
