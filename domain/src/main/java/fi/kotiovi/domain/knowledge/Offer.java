package fi.kotiovi.domain.knowledge;

import java.io.Serializable;
import java.util.UUID;

/** What may answer a message before it is sent; {@code news} is of the own building, the rest is help. */
public record Offer(UUID id, boolean news, String title, String body) implements Serializable {}
