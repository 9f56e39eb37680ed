package cairn.local.stream;

import cairn.local.json.Json;
import cairn.local.life.DataFolder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// How far a consumer has come in each shard, in a file: written after each batch, so that a restart loses
/// nothing and repeats a batch at most.
final class Positions {
    private final DataFolder data;
    private final String file;
    private final ObjectNode shards;
    private final String stream;

    /// @param stream another one's positions mean nothing for it
    Positions(DataFolder data, String consumer, String stream) {
        this.data = data;
        this.file = "stream-" + consumer + ".json";
        this.stream = stream;
        this.shards = Json.object();
        data.text(file).ifPresent(this::readBack);
    }

    /// The last record that was handled.
    Optional<String> of(String shard) {
        return Optional.ofNullable(shards.path(shard).textValue());
    }

    void advance(String shard, String sequenceNumber) {
        shards.put(shard, sequenceNumber);
        ObjectNode kept = Json.object().put("stream", stream);
        kept.set("shards", shards);
        data.write(file, kept.toString());
    }

    /// Forgets shards that the stream no longer has.
    void retain(Set<String> known) {
        shards.retain(known);
    }

    private void readBack(String text) {
        try {
            JsonNode kept = Json.read(text);
            if (kept.path("stream").asText().equals(stream)) {
                kept.path("shards").properties().forEach(shard -> shards.set(shard.getKey(), shard.getValue()));
            }
        } catch (IOException damaged) {
            throw new IllegalStateException(file + " is damaged", damaged);
        }
    }
}
