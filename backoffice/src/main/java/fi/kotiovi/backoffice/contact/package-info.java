/** The line of what wants an answer, and answering. */
@NullMarked
package fi.kotiovi.backoffice.contact;

import org.jspecify.annotations.NullMarked;
