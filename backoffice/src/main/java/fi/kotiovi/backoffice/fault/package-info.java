/** A fault as the office reads it; the work on it is in {@code workorder}. */
@NullMarked
package fi.kotiovi.backoffice.fault;

import org.jspecify.annotations.NullMarked;
