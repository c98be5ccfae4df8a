/** Fault reports and the timeline a resident follows. */
@NullMarked
package fi.kotiovi.domain.fault;

import org.jspecify.annotations.NullMarked;
