package cairn.local.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/// A record of the stream.
///
/// @param sequenceNumber its place in its shard
/// @param created when the table changed, by the store's clock
/// @param json as Lambda passes it on
record StreamItem(String sequenceNumber, Instant created, JsonNode json) {}
