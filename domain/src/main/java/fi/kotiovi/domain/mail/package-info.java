/** Mail that people write to us: kept, looked at, filed as a contact or as a part of one. */
@NullMarked
package fi.kotiovi.domain.mail;

import org.jspecify.annotations.NullMarked;
