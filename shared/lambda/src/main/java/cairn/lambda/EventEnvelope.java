package cairn.lambda;

import cairn.timeline.InstantText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/// An event as EventBridge hands it to a function.
///
/// @param type   its detail type
/// @param time   when it happened, says its sender
/// @param detail what it says
public record EventEnvelope(String type, Instant time, JsonBody detail) {

    /// @throws BadRequest if it is no such event
    public static EventEnvelope read(InputStream event) throws IOException {
        JsonNode envelope = tree(event);
        Instant time = InstantText.parse(envelope.path("time").asText())
                .orElseThrow(() -> BadRequest.invalid("/time", "is to be an instant"));
        return new EventEnvelope(
                envelope.path("detail-type").asText(),
                time,
                JsonBody.parse(envelope.path("detail").toString()));
    }

    /// A parser's own message may quote what was sent.
    private static JsonNode tree(InputStream event) throws IOException {
        try {
            return Json.MAPPER.readTree(event);
        } catch (JsonProcessingException unreadable) {
            throw BadRequest.invalid("", "is not JSON that can be read here");
        }
    }
}
