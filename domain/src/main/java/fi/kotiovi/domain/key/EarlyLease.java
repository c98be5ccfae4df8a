package fi.kotiovi.domain.key;

import java.io.Serializable;
import java.time.LocalDate;

/** A lease that has not begun, and whether a manager has agreed to hand over the keys before it does. */
public record EarlyLease(LocalDate start, boolean agreed) implements Serializable {}
