/** Writing to the office and reading the answer. */
@NullMarked
package fi.kotiovi.portal.contact;

import org.jspecify.annotations.NullMarked;
