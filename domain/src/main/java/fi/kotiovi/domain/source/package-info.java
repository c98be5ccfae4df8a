/** Contacts that other systems bring over HTTP. */
@NullMarked
package fi.kotiovi.domain.source;

import org.jspecify.annotations.NullMarked;
