/** What a signed handing over of keys looks like on paper, for the letter, the office and the resident alike. */
@NullMarked
package fi.kotiovi.domain.receipt;

import org.jspecify.annotations.NullMarked;
