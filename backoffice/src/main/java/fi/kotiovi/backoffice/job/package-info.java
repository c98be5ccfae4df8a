/** The tickers: each a few lines that call the domain. */
@NullMarked
package fi.kotiovi.backoffice.job;

import org.jspecify.annotations.NullMarked;
