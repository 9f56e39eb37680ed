package cairn.functions.journeys;

import cairn.lambda.BadRequest;
import cairn.lambda.JsonBody;
import cairn.timeline.Fault;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The days a timeline can be asked for at once.
final class Stretch {
    static final int MOST_DAYS = 400;

    private Stretch() {}

    /// @throws BadRequest if the days are in the wrong order or too many
    static void check(LocalDate from, LocalDate to) {
        objection(from, to).ifPresent(message -> {
            throw BadRequest.invalid("/to", message);
        });
    }

    /// Adds to the body's faults if the days are in the wrong order or too many, or if one comes without
    /// the other.
    static void refuse(@Nullable LocalDate from, @Nullable LocalDate to, JsonBody body) {
        if (body.has("from") != body.has("to")) {
            body.refuse(new Fault(body.has("from") ? "/to" : "/from", "is to be given with the other end"));
        } else if (from != null && to != null) {
            objection(from, to).ifPresent(message -> body.refuse(new Fault("/to", message)));
        }
    }

    private static Optional<String> objection(LocalDate from, LocalDate to) {
        boolean fits = !to.isBefore(from) && to.isBefore(from.plusDays(MOST_DAYS));
        return fits
                ? Optional.empty()
                : Optional.of("is to be no earlier than from, and at most " + MOST_DAYS + " days with it");
    }
}
