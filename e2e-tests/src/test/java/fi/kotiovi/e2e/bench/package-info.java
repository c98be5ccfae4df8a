/** Measurements, each beside the limit taken in the same run. */
@NullMarked
package fi.kotiovi.e2e.bench;

import org.jspecify.annotations.NullMarked;
