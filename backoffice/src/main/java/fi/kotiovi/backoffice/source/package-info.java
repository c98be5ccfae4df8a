/** Where other systems bring contacts, and who may. */
@NullMarked
package fi.kotiovi.backoffice.source;

import org.jspecify.annotations.NullMarked;
