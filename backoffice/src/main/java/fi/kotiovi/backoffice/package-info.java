/** The staff's and the crews' site, and everything that happens without anybody looking: jobs and mail. */
@NullMarked
package fi.kotiovi.backoffice;

import org.jspecify.annotations.NullMarked;
