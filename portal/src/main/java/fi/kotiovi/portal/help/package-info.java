/** Answers to find without writing to anybody. */
@NullMarked
package fi.kotiovi.portal.help;

import org.jspecify.annotations.NullMarked;
