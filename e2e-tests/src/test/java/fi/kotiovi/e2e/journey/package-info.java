/** From a person's first click to the outcome, through both applications. */
@NullMarked
package fi.kotiovi.e2e.journey;

import org.jspecify.annotations.NullMarked;
