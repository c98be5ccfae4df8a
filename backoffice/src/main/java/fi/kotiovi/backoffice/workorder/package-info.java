/** The crews' work, on a phone. */
@NullMarked
package fi.kotiovi.backoffice.workorder;

import org.jspecify.annotations.NullMarked;
