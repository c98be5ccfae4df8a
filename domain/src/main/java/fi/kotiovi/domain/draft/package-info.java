/** Half-written forms, kept so that nothing a person typed is lost. */
@NullMarked
package fi.kotiovi.domain.draft;

import org.jspecify.annotations.NullMarked;
