package cairn.lambda;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One change to one row, as DynamoDB's stream tells a function of it.
///
/// @param sequenceNumber names it within its shard
/// @param at             when the row was changed, to the second
/// @param oldImage       the row before, attribute by attribute in DynamoDB's JSON; null if there was none
/// @param newImage       likewise after
public record StreamRecord(
        String sequenceNumber,
        Instant at,
        @Nullable Map<String, Object> oldImage,
        @Nullable Map<String, Object> newImage) {

    /// A mapper of its own: rows are nested deeper than anything a client may send.
    private static final ObjectReader BATCHES = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(Batch.class);

    /// What to answer: the records from this one on are to come again.
    private record Failures(List<Failure> batchItemFailures) {}

    private record Failure(String itemIdentifier) {}

    private record Batch(@JsonProperty("Records") List<Row> records) {}

    private record Row(Change dynamodb) {}

    private record Change(
            @JsonProperty("SequenceNumber") String sequenceNumber,
            @JsonProperty("ApproximateCreationDateTime") double at,
            @JsonProperty("OldImage") @Nullable Map<String, Object> oldImage,
            @JsonProperty("NewImage") @Nullable Map<String, Object> newImage) {

        StreamRecord record() {
            return new StreamRecord(sequenceNumber, Instant.ofEpochSecond((long) at), oldImage, newImage);
        }
    }

    /// Whether an event is a batch of a stream, for a function that has other ways in.
    public static boolean isBatch(byte[] event) throws IOException {
        return BATCHES.readTree(event).has("Records");
    }

    /// A batch, in the order of the stream.
    public static List<StreamRecord> batch(InputStream event) throws IOException {
        Batch batch = BATCHES.readValue(event);
        return batch.records().stream().map(row -> row.dynamodb().record()).toList();
    }

    /// The answer to a batch (AWS: Lambda Developer Guide, "Configuring partial batch response with
    /// DynamoDB and Lambda").
    ///
    /// @param firstFailed from this one on the records come again; empty if all went well
    public static String answer(Optional<StreamRecord> firstFailed) {
        return Json.write(new Failures(firstFailed.map(failed -> new Failure(failed.sequenceNumber())).stream()
                .toList()));
    }
}
