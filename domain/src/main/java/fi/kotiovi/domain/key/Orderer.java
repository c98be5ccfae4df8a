package fi.kotiovi.domain.key;

import fi.kotiovi.domain.housing.Address;
import java.io.Serializable;
import java.util.UUID;

/** Somebody who lives in a home of this office and may order a key to it. */
public record Orderer(UUID resident, String name, UUID home, UUID building, Address address) implements Serializable {}
