package cairn.local.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/// A table's stream, read shard by shard.
final class TableStream {
    private final DynamoDbStreamsClient client;
    private final String arn;
    private final RecordJson json;

    /// @param arn of the stream
    /// @param region where the deployment claims to be
    TableStream(DynamoDbStreamsClient client, String arn, String region) {
        this.client = client;
        this.arn = arn;
        this.json = new RecordJson(arn, region);
    }

    /// What one read brought.
    ///
    /// @param items in order
    /// @param next continues there; empty: the shard is closed and read to its end
    record Page(List<StreamItem> items, Optional<String> next) {
        Page {
            items = List.copyOf(items);
        }
    }

    String arn() {
        return arn;
    }

    List<Shard> shards() {
        var shards = new ArrayList<Shard>();
        String last = null;
        do {
            StreamDescription described = page(last);
            shards.addAll(described.shards());
            last = described.lastEvaluatedShardId();
        } while (last != null);
        return shards;
    }

    /// An iterator behind a position, or at the beginning of what is left of the shard.
    String iterator(String shard, Optional<String> position) {
        if (position.isPresent()) {
            try {
                return client.getShardIterator(request -> request.streamArn(arn)
                                .shardId(shard)
                                .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                                .sequenceNumber(position.get()))
                        .shardIterator();
            } catch (TrimmedDataAccessException tooOld) {
                System.err.println("The stream no longer has what came after " + position.get() + " in " + shard
                        + ": it keeps a day. Going on with what it has.");
            }
        }
        return client.getShardIterator(request ->
                        request.streamArn(arn).shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
    }

    Page read(String iterator, int limit) {
        GetRecordsResponse records =
                client.getRecords(request -> request.shardIterator(iterator).limit(limit));
        return new Page(
                records.records().stream().map(json::item).toList(), Optional.ofNullable(records.nextShardIterator()));
    }

    private StreamDescription page(@Nullable String after) {
        return client.describeStream(request -> request.streamArn(arn).exclusiveStartShardId(after))
                .streamDescription();
    }
}
