package cairn.local.stream;

import cairn.local.functions.Invocations;
import cairn.local.functions.Outcome;
import cairn.local.functions.Outcome.Replied;
import cairn.local.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Functions that remember every batch they got, and answer as a test wants.
final class Seen implements Invocations {
    private final Map<String, List<List<String>>> batches = new ConcurrentHashMap<>();
    private final Function<JsonNode, Outcome> answer;

    private Seen(Function<JsonNode, Outcome> answer) {
        this.answer = answer;
    }

    static Seen succeeding() {
        return answering(event -> new Replied("{}"));
    }

    /// @param answer gets the event's records
    static Seen answering(Function<JsonNode, Outcome> answer) {
        return new Seen(answer);
    }

    /// The keys of each batch a function got.
    List<List<String>> by(String function) {
        return List.copyOf(batches.getOrDefault(function, List.of()));
    }

    /// All keys a function got, in order.
    List<String> keysBy(String function) {
        return by(function).stream().flatMap(List::stream).toList();
    }

    @Override
    public Outcome invoke(String name, String event) {
        JsonNode records = Json.readOrQuote(event).path("Records");
        synchronized (batches) {
            var all = new ArrayList<>(by(name));
            all.add(keys(records));
            batches.put(name, all);
        }
        return answer.apply(records);
    }

    static List<String> keys(JsonNode records) {
        var keys = new ArrayList<String>();
        records.forEach(record -> keys.add(record.at("/dynamodb/Keys/pk/S").asText()));
        return keys;
    }
}
