package cairn.local.schedule;

import cairn.local.functions.Outcome;
import cairn.local.functions.Outcome.Failed;
import cairn.local.functions.Outcome.Replied;
import cairn.local.functions.Outcome.Undelivered;
import cairn.local.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/// A tick, and what came of it.
///
/// @param schedule its name
/// @param time for which it was scheduled
/// @param outcome of the function's last attempt
public record Tick(String schedule, Instant time, Outcome outcome) {
    /// Whether the function handled it.
    public boolean succeeded() {
        return outcome instanceof Replied;
    }

    /// As it is shown.
    public ObjectNode json() {
        ObjectNode json = Json.object()
                .put("status", succeeded() ? "succeeded" : "failed")
                .put("schedule", schedule)
                .put("scheduledTime", time.toString());
        switch (outcome) {
            case Replied(String payload) -> json.set("reply", Json.readOrQuote(payload));
            case Failed failed -> json.put("reason", failed.reason());
            case Undelivered(String reason) -> json.put("reason", reason);
        }
        return json;
    }
}
