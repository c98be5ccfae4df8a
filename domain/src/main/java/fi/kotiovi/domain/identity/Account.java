package fi.kotiovi.domain.identity;

/** What a sign-in is checked against. */
public record Account(String username, String passwordHash, boolean enabled, Caller caller) {}
