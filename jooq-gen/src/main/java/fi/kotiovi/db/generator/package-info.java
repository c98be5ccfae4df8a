/** Generates the typed SQL from the migrated schema at build time. */
@NullMarked
package fi.kotiovi.db.generator;

import org.jspecify.annotations.NullMarked;
