package fi.kotiovi.domain.housing;

import fi.kotiovi.domain.Localized;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/** A resident's home and the office that looks after it. {@code since} is the first day of the lease. */
public record MyHome(
        UUID id, UUID buildingId, UUID crewId, String crewName, Address address, LocalDate since, Office office)
        implements Serializable {
    /** The office of a home; phones in E.164. */
    public record Office(UUID id, Localized name, String streetAddress, String phone, String onCallPhone)
            implements Serializable {}
}
