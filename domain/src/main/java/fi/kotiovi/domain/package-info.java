/** The rules of Kotiovi: who may do what, and what follows from it. No Vaadin, no servlet. */
@NullMarked
package fi.kotiovi.domain;

import org.jspecify.annotations.NullMarked;
