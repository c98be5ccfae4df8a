/** The first page: what is mine and what happens next. */
@NullMarked
package fi.kotiovi.portal.home;

import org.jspecify.annotations.NullMarked;
