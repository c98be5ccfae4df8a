/** The shape the domain keeps, each rule with its reason. */
@NullMarked
package fi.kotiovi.domain.arch;

import org.jspecify.annotations.NullMarked;
