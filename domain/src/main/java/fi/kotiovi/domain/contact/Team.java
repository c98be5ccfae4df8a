package fi.kotiovi.domain.contact;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/** People who look after topics of offices; no topic or no office listed means all of them. */
public record Team(UUID id, String name, Set<UUID> members, Set<String> topics, Set<UUID> offices)
        implements Serializable {
    public Team {
        members = Set.copyOf(members);
        topics = Set.copyOf(topics);
        offices = Set.copyOf(offices);
    }
}
