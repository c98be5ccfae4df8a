package fi.kotiovi.domain.search;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.StaffRole;
import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds contacts, people, homes, faults, visits, keys and articles from one field; each only for whoever may see it. */
@Service
public class Searches {
    /** So many of each are shown at first. */
    public static final int FIRST = 5;

    private final Callers callers;
    private final ContactHits contacts;
    private final PeopleHits people;
    private final WorkHits work;

    Searches(Callers callers, ContactHits contacts, PeopleHits people, WorkHits work) {
        this.callers = callers;
        this.contacts = contacts;
        this.people = people;
        this.work = work;
    }

    /** Some of what was found; {@code more} when that is not all. */
    public record Page(List<Hit> hits, boolean more) implements Serializable {
        public Page {
            hits = List.copyOf(hits);
        }
    }

    /** What the caller can search, in the order to show. */
    @Transactional(readOnly = true)
    public List<Group> groups() {
        var me = callers.staff(StaffRole.values());
        return Arrays.stream(Group.values()).filter(group -> group.isFor(me)).toList();
    }

    /** The first few of every group in which something was found. */
    @Transactional(readOnly = true)
    public Map<Group, Page> all(String text) {
        var found = new EnumMap<Group, Page>(Group.class);
        var me = callers.staff(StaffRole.values());
        var asked = contacts.asked(text);
        for (var group : groups()) {
            var page = page(group, asked, me, 0, FIRST);
            if (!page.hits().isEmpty()) {
                found.put(group, page);
            }
        }
        return found;
    }

    /** {@code limit} of a group from {@code offset}, the best first. */
    @Transactional(readOnly = true)
    public Page page(Group group, String text, int offset, int limit) {
        var me = callers.staff(group.roles());
        return page(group, contacts.asked(text), me, offset, limit);
    }

    private Page page(Group group, Asked asked, Caller.Staff me, int offset, int limit) {
        if (!asked.isEnough() || !group.isFor(me)) {
            return new Page(List.of(), false);
        }
        var hits = switch (group) {
            case CONTACTS -> contacts.find(asked, offset, limit + 1);
            case RESIDENTS -> people.residents(asked, offset, limit + 1);
            case HOMES -> people.homes(asked, offset, limit + 1);
            case FAULTS -> work.faults(asked, me, offset, limit + 1);
            case VISITS -> work.visits(asked, me, offset, limit + 1);
            case KEYS -> work.keys(asked, offset, limit + 1);
            case KNOWLEDGE -> contacts.articles(asked, offset, limit + 1);
        };
        return new Page(hits.subList(0, Math.min(limit, hits.size())), hits.size() > limit);
    }
}
