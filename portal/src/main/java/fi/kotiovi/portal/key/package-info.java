/** My keys: what is in one's pocket, what is ready to be fetched, and the receipts. */
@NullMarked
package fi.kotiovi.portal.key;

import org.jspecify.annotations.NullMarked;
