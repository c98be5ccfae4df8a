/** One field on every page, and what it finds. */
@NullMarked
package fi.kotiovi.backoffice.search;

import org.jspecify.annotations.NullMarked;
