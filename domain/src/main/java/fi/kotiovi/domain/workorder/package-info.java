/** What a maintenance crew has to do, and the steps it takes. */
@NullMarked
package fi.kotiovi.domain.workorder;

import org.jspecify.annotations.NullMarked;
