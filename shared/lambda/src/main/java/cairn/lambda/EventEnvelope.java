package cairn.lambda;

import cairn.timeline.Fault;
import cairn.timeline.InstantText;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/// An event as the rule on the bus hands it to a function: `{"ingestionTime": …, "event": …}`. The rule's
/// input transformer puts the bus's own time beside the event, because an event's `time` is what its sender
/// wrote and can be any. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
///
/// @param type      its detail type
/// @param takenInAt when the bus took it in: the `now` of the invocation
/// @param time      when it happened, says its sender
/// @param detail    what it says
public record EventEnvelope(String type, Instant takenInAt, Instant time, JsonBody detail) {

    /// @throws BadRequest if it is no such event
    public static EventEnvelope read(InputStream input) throws IOException {
        JsonNode envelope = tree(input);
        Instant takenInAt = InstantText.parse(envelope.path("ingestionTime").asText())
                .orElseThrow(() -> new BadRequest(Problem.Kind.MALFORMED.of(List.of(new Fault(
                        "/ingestionTime",
                        "an instant is required: the rule on the bus sets it (InputTransformer in template.yaml)")))));
        JsonNode event = envelope.path("event");
        Instant time = InstantText.parse(event.path("time").asText())
                .orElseThrow(() -> BadRequest.invalid("/time", "is to be an instant"));
        return new EventEnvelope(
                event.path("detail-type").asText(), takenInAt, time, JsonBody.of(event.path("detail")));
    }

    private static JsonNode tree(InputStream event) throws IOException {
        return JsonTree.read(Utf8.text(event.readAllBytes()).orElseThrow(() -> JsonTree.malformed("is not UTF-8")));
    }
}
