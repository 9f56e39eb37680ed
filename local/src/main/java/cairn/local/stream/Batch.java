package cairn.local.stream;

import cairn.local.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/// Records that go to the function together.
///
/// @param items in order, at least one
/// @param failures attempts that were made with it in vain
record Batch(List<StreamItem> items, int failures) {
    Batch {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("a batch has records");
        }
    }

    static Batch of(List<StreamItem> items) {
        return new Batch(items, 0);
    }

    String first() {
        return items.getFirst().sequenceNumber();
    }

    String last() {
        return items.getLast().sequenceNumber();
    }

    int size() {
        return items.size();
    }

    Batch before(int index) {
        return new Batch(items.subList(0, index), failures);
    }

    Batch from(int index) {
        return new Batch(items.subList(index, items.size()), failures);
    }

    Batch failedOnceMore() {
        return new Batch(items, failures + 1);
    }

    /// How many records at its beginning are older than this.
    int olderThan(Instant limit) {
        return (int)
                items.stream().takeWhile(item -> item.created().isBefore(limit)).count();
    }

    String event() {
        ObjectNode event = Json.object();
        ArrayNode records = event.putArray("Records");
        items.forEach(item -> records.add(item.json()));
        return event.toString();
    }
}
