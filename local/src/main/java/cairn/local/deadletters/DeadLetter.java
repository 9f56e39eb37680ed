package cairn.local.deadletters;

import cairn.local.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// A message in a dead-letter queue.
///
/// @param queue its name
/// @param at when it got there, by the real clock
/// @param attributes of the message, in which EventBridge gives its reasons
/// @param body the message itself
public record DeadLetter(String queue, Instant at, Map<String, String> attributes, JsonNode body) {
    /// Copies what it is given.
    public DeadLetter {
        attributes = Map.copyOf(attributes);
        body = body.deepCopy();
    }

    /// As it is kept and shown.
    public ObjectNode json() {
        ObjectNode json = Json.object().put("queue", queue).put("at", at.toString());
        ObjectNode named = json.putObject("attributes");
        new TreeMap<>(attributes).forEach(named::put);
        json.set("body", body);
        return json;
    }
}
