/** The whole product as people run it: a database, a mail server, both applications as processes of their own. */
@NullMarked
package fi.kotiovi.e2e.house;

import org.jspecify.annotations.NullMarked;
