/** Anything that arrives and wants an answer, in one line, in order of arrival. */
@NullMarked
package fi.kotiovi.domain.contact;

import org.jspecify.annotations.NullMarked;
