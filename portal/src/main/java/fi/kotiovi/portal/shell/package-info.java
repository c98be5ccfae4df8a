/** What every page stands in: layout, sign-in, languages, live news, look. */
@NullMarked
package fi.kotiovi.portal.shell;

import org.jspecify.annotations.NullMarked;
