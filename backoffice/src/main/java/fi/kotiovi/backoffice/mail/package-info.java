/** Fetches mail and opens it; what becomes of it is decided in the domain. */
@NullMarked
package fi.kotiovi.backoffice.mail;

import org.jspecify.annotations.NullMarked;
