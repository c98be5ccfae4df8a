/** What people type, what breaks, and what is left of their work afterwards. */
@NullMarked
package fi.kotiovi.e2e.trouble;

import org.jspecify.annotations.NullMarked;
