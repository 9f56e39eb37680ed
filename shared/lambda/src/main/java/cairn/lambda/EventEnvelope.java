package cairn.lambda;

import cairn.timeline.InstantText;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.stream.Collectors;

/// An event as EventBridge hands it to a function.
///
/// @param type   its detail type
/// @param time   when it happened, says its sender
/// @param detail what it says
public record EventEnvelope(String type, Instant time, JsonBody detail) {

    /// @throws BadRequest if it is no such event
    public static EventEnvelope read(InputStream event) throws IOException {
        JsonNode envelope = Json.MAPPER.readTree(event);
        Instant time = InstantText.parse(envelope.path("time").asText())
                .orElseThrow(() -> BadRequest.invalid("/time", "is to be an instant"));
        return new EventEnvelope(
                envelope.path("detail-type").asText(),
                time,
                JsonBody.parse(envelope.path("detail").toString()));
    }

    /// What was found wrong, as one line: nothing of what was sent is quoted in it.
    public static String text(BadRequest refused) {
        return refused.problem().errors().stream()
                .map(error -> error.pointer() + " " + error.detail())
                .collect(Collectors.joining("; "));
    }
}
