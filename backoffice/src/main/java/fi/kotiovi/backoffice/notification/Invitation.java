package fi.kotiovi.backoffice.notification;

import fi.kotiovi.domain.calendar.Helsinki;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * A visit as a calendar program wants it: one UID for ever, a sequence that rises with every move, and a cancellation
 * that says so in its body as well as in its MIME type (field-notes.md M20, M21, M23).
 */
record Invitation(
        UUID visit,
        int sequence,
        boolean cancelled,
        String summary,
        String description,
        String location,
        LocalDateTime start,
        Duration length,
        String organizer,
        String attendee,
        String attendeeName) {
    private static final String PRODUCT = "-//Kotiovi//Visits//FI";

    String contentType() {
        return "text/calendar; method=" + method().getValue() + "; charset=UTF-8";
    }

    String toIcs(Instant now) {
        var zone = TimeZoneRegistryFactory.getInstance()
                .createRegistry()
                .getTimeZone(Helsinki.ZONE.getId())
                .getVTimeZone();
        Calendar calendar = new Calendar().add(new ProdId(PRODUCT)).add(ImmutableVersion.VERSION_2_0);
        calendar.add(method());
        calendar.add(zone);
        calendar.add(event(now));
        return calendar.toString();
    }

    private VEvent event(Instant now) {
        var event = new VEvent(start.atZone(Helsinki.ZONE), length, summary);
        event.removeAll("DTSTAMP");
        event.add(new DtStamp(now));
        event.add(new Uid("visit-" + visit + "@kotiovi"));
        event.add(new Sequence(sequence));
        event.add(status());
        event.add(new Location(location));
        event.add(new Description(description));
        event.add(new Organizer(URI.create("mailto:" + organizer)).add(new Cn("Kotiovi")));
        event.add(new Attendee(URI.create("mailto:" + attendee)).add(new Cn(attendeeName)));
        return event;
    }

    private Method method() {
        return cancelled ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST;
    }

    private Status status() {
        return cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED;
    }
}
