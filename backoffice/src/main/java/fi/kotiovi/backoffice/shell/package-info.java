/** What every page stands in: settings, sign-in, layout, languages, live news, look. */
@NullMarked
package fi.kotiovi.backoffice.shell;

import org.jspecify.annotations.NullMarked;
