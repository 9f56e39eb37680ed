package cairn.local.http;

import cairn.local.clock.TravellingClock;
import cairn.local.json.Json;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;

/// `/local/clock`: read, set to any moment of the two centuries that Cairn knows, set back to the real time.
///
/// @param clock the deployment's
record ClockEndpoint(TravellingClock clock) {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");
    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    Reply read() {
        return Reply.json(
                        200,
                        Json.object()
                                .put("now", MILLISECONDS.format(clock.now()))
                                .put("travelled", clock.hasTravelled())
                                .toString())
                .with("cache-control", "no-store");
    }

    Reply set(JsonBody body) {
        body.refuseAllBut(Set.of("now"));
        Instant there = instant(body.text("now"));
        if (there.isBefore(EARLIEST) || !there.isBefore(END)) {
            throw new BadInput(400, "/now is to be from 2000 to 2199.");
        }
        clock.travelTo(there);
        return read();
    }

    Reply reset() {
        clock.comeBack();
        return read();
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadInput(400, "/now is to be an instant, such as 2026-03-24T08:00:00Z.");
        }
    }
}
