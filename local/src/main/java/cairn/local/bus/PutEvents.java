package cairn.local.bus;

import cairn.local.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `PutEvents`: which requests are refused whole, and which entries one by one.
///
/// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
public final class PutEvents {
    private static final int MOST_ENTRIES = 10;

    /// Of all entries together: 1 MB since January 2026, 256 KB before.
    /// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
    private static final int LARGEST_REQUEST = 1024 * 1024;

    private final EventBus bus;

    /// @param bus where accepted events go
    public PutEvents(EventBus bus) {
        this.bus = bus;
    }

    /// What came of a request.
    ///
    /// @param json the reply
    /// @param accepted the events on their way
    record Result(ObjectNode json, List<TakenIn> accepted) {
        /// Copies what it is given.
        Result {
            json = json.deepCopy();
            accepted = List.copyOf(accepted);
        }
    }

    /// A request that is refused whole.
    public static final class Invalid extends Exception {
        private final String reason;

        Invalid(String reason) {
            super(reason);
            this.reason = reason;
        }

        /// For the caller's eyes.
        public String reason() {
            return reason;
        }
    }

    /// Takes events from a function and delivers them without waiting, as AWS does.
    ///
    /// @return the reply
    ObjectNode putAndGoOn(JsonNode request) throws Invalid {
        Result result = put(request, Optional.of("default"));
        result.accepted().forEach(bus::deliverLater);
        return result.json();
    }

    /// Takes events, and returns when the targets have handled them, or are past all attempts. Without a
    /// bus's name, it is the template's one bus.
    ///
    /// @return the reply
    public ObjectNode putAndWait(JsonNode request) throws Invalid, InterruptedException {
        Result result = put(request, bus.onlyName());
        for (TakenIn event : result.accepted()) {
            bus.deliver(event);
        }
        return result.json();
    }

    private Result put(JsonNode request, Optional<String> usualBus) throws Invalid {
        JsonNode entries = request.path("Entries");
        if (!entries.isArray() || entries.isEmpty() || entries.size() > MOST_ENTRIES) {
            throw new Invalid("1 validation error detected: Value at 'entries' failed to satisfy constraint: "
                    + "Member must have length between 1 and " + MOST_ENTRIES);
        }
        var read = new ArrayList<Entry>();
        for (JsonNode entry : entries) {
            read.add(Entry.of(entry));
        }
        if (read.stream().mapToInt(Entry::size).sum() > LARGEST_REQUEST) {
            throw new Invalid("Total size of the entries in the request is over the limit.");
        }
        var accepted = new ArrayList<TakenIn>();
        ArrayNode results = Json.array();
        read.forEach(entry -> results.add(result(entry, usualBus, accepted)));
        ObjectNode reply = Json.object().put("FailedEntryCount", entries.size() - accepted.size());
        reply.set("Entries", results);
        return new Result(reply, accepted);
    }

    private ObjectNode result(Entry entry, Optional<String> usualBus, List<TakenIn> accepted) {
        Optional<String> missing = entry.missing();
        if (missing.isPresent()) {
            return refused(
                    "InvalidArgument",
                    "Parameter " + missing.get() + " is not valid. Reason: " + missing.get()
                            + " is a required argument.");
        }
        String name = entry.bus().or(() -> usualBus).orElse("default");
        if (!bus.isNamed(name)) {
            // Functions are refused before this, by their roles. Who sends events in has no role here.
            return refused("AccessDeniedException", "The template has no event bus " + name + ".");
        }
        if (entry.source().startsWith("aws.")) {
            return refused("NotAuthorizedForSourceException", "Not authorized for the source.");
        }
        JsonNode detail = Json.readOrQuote(entry.detail());
        if (!detail.isObject()) {
            return refused("MalformedDetail", "Detail is malformed.");
        }
        TakenIn taken = bus.accept(entry, detail);
        accepted.add(taken);
        return Json.object().put("EventId", taken.event().path("id").textValue());
    }

    private static ObjectNode refused(String code, String message) {
        return Json.object().put("ErrorCode", code).put("ErrorMessage", message);
    }
}
