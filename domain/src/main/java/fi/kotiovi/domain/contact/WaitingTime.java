package fi.kotiovi.domain.contact;

import java.io.Serializable;
import java.time.Duration;

/** An honest guess: between this and that. */
public record WaitingTime(Duration least, Duration most) implements Serializable {}
