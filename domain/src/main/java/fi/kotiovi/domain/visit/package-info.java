/** Office visits: free times, booking, and the desk that receives people. */
@NullMarked
package fi.kotiovi.domain.visit;

import org.jspecify.annotations.NullMarked;
