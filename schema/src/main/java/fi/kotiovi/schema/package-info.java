/** The database of Kotiovi: its migrations, its roles, its demo data, and a PostgreSQL to run them on. */
@NullMarked
package fi.kotiovi.schema;

import org.jspecify.annotations.NullMarked;
