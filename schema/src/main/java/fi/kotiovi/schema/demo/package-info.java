/** Invented life for the demo, one class per noun; everything follows from a seed and today's date. */
@NullMarked
package fi.kotiovi.schema.demo;

import org.jspecify.annotations.NullMarked;
