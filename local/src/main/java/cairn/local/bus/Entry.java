package cairn.local.bus;

import cairn.local.bus.PutEvents.Invalid;
import cairn.local.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// An event that somebody puts on the bus.
///
/// @param bus by name or ARN, if that was said
/// @param source who says it
/// @param detailType what it is
/// @param detail to be a JSON object, as it was sent
/// @param time when it happened, if that was said; the sender's word, and no clock of this deployment
/// @param resources what it is about
record Entry(
        Optional<String> bus,
        String source,
        String detailType,
        String detail,
        Optional<Instant> time,
        List<String> resources) {
    /// By the rule of https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html
    private static final int SIZE_OF_TIME = 14;

    Entry {
        resources = List.copyOf(resources);
    }

    /// @param sent as in the request; what is missing there is empty here
    static Entry of(JsonNode sent) throws Invalid {
        return new Entry(
                Optional.ofNullable(sent.path("EventBusName").textValue()),
                sent.path("Source").asText(""),
                sent.path("DetailType").asText(""),
                sent.path("Detail").asText(""),
                time(sent.path("Time")),
                StreamSupport.stream(sent.path("Resources").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
    }

    /// The first of the required parts that is not there.
    Optional<String> missing() {
        if (source.isEmpty()) {
            return Optional.of("Source");
        }
        if (detailType.isEmpty()) {
            return Optional.of("DetailType");
        }
        return detail.isEmpty() ? Optional.of("Detail") : Optional.empty();
    }

    int size() {
        return time.map(any -> SIZE_OF_TIME).orElse(0)
                + Stream.concat(Stream.of(source, detailType, detail), resources.stream())
                        .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                        .sum();
    }

    /// As targets get it. https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html
    ObjectNode envelope(Instant now, String region, JsonNode object) {
        ObjectNode event = Json.object()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", detailType)
                .put("source", source)
                .put("account", "000000000000")
                .put("time", time.orElse(now).truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", region);
        ArrayNode about = event.putArray("resources");
        resources.forEach(about::add);
        event.set("detail", object);
        return event;
    }

    /// Seconds since the epoch, as SDKs write it, or ISO 8601, as people do.
    private static Optional<Instant> time(JsonNode sent) throws Invalid {
        try {
            if (sent.isNumber()) {
                return Optional.of(Instant.ofEpochMilli(
                        sent.decimalValue().movePointRight(3).longValue()));
            }
            return sent.isTextual() ? Optional.of(Instant.parse(sent.textValue())) : Optional.empty();
        } catch (DateTimeException e) {
            throw new Invalid("Time is neither a number nor an instant.");
        }
    }
}
