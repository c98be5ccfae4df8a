/** Mail and text messages: what they say, how they go out, what became of them. */
@NullMarked
package fi.kotiovi.backoffice.notification;

import org.jspecify.annotations.NullMarked;
