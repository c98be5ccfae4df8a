/** Outgoing mail and text messages: written with their cause, sent once. */
@NullMarked
package fi.kotiovi.domain.notification;

import org.jspecify.annotations.NullMarked;
