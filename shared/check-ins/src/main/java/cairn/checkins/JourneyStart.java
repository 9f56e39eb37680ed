package cairn.checkins;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What an event says of a journey that was started elsewhere.
///
/// @param zone   for a member who has none yet; null if the event names none
/// @param locale likewise
/// @param toldAt the event's own time, as its sender wrote it: it tells the life it is about, and is never
///               taken for now
public record JourneyStart(
        String program,
        LocalDate startedOn,
        @Nullable ZoneId zone,
        @Nullable String locale,
        Instant toldAt) {}
