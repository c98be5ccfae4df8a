/** What the office knows: articles in three languages, help for residents, suggestions for answers. */
@NullMarked
package fi.kotiovi.domain.knowledge;

import org.jspecify.annotations.NullMarked;
