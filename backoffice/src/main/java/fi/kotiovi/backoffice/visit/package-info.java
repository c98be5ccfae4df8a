/** The desk: who comes today, and receiving them. */
@NullMarked
package fi.kotiovi.backoffice.visit;

import org.jspecify.annotations.NullMarked;
