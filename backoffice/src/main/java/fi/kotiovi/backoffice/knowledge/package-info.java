/** What the office knows: list, edit, versions, review. */
@NullMarked
package fi.kotiovi.backoffice.knowledge;

import org.jspecify.annotations.NullMarked;
