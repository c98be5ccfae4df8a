/** Reporting a fault and following it. */
@NullMarked
package fi.kotiovi.portal.fault;

import org.jspecify.annotations.NullMarked;
