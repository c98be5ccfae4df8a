/** People in front of a screen: a real browser, one window for each of them. */
@NullMarked
package fi.kotiovi.e2e.browser;

import org.jspecify.annotations.NullMarked;
