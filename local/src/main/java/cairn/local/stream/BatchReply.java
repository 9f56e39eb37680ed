package cairn.local.stream;

import cairn.local.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalInt;

/// What a function says about a batch it handled: `{"batchItemFailures": [{"itemIdentifier": "…"}]}`.
///
/// https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
final class BatchReply {
    private BatchReply() {}

    /// The first record that failed; with it fails everything after it. Empty: none did.
    ///
    /// A reply that cannot be understood is a failure of the whole batch.
    static OptionalInt firstFailure(String reply, Batch batch) {
        JsonNode failures = Json.readOrQuote(reply).path("batchItemFailures");
        if (failures.isMissingNode() || failures.isNull() || (failures.isArray() && failures.isEmpty())) {
            return OptionalInt.empty();
        }
        List<String> numbers =
                batch.items().stream().map(StreamItem::sequenceNumber).toList();
        int first = numbers.size();
        for (JsonNode failure : failures) {
            first = Math.min(
                    first, numbers.indexOf(failure.path("itemIdentifier").asText()));
        }
        return OptionalInt.of(first == numbers.size() ? 0 : Math.max(0, first));
    }
}
