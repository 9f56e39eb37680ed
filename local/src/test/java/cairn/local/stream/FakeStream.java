package cairn.local.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/// What a stream does that the engine under the other tests does only after hours: shards that close and have
/// children, iterators that expire, records that are gone.
final class FakeStream implements DynamoDbStreamsClient {
    private final List<Shard> shards = new ArrayList<>();
    private final Map<String, List<String>> records = new ConcurrentHashMap<>();
    private final List<String> closed = new ArrayList<>();
    private boolean trimmed;
    private final AtomicInteger generation = new AtomicInteger();

    /// @param parent empty: it has none
    FakeStream shard(String id, String parent, String... keys) {
        Shard.Builder shard = Shard.builder().shardId(id);
        shards.add((parent.isEmpty() ? shard : shard.parentShardId(parent)).build());
        records.put(id, List.of(keys));
        return this;
    }

    FakeStream closed(String id) {
        closed.add(id);
        return this;
    }

    /// Positions before now mean nothing any more.
    FakeStream trimmed() {
        trimmed = true;
        return this;
    }

    /// All iterators that were handed out are worth nothing any more, and another record has come.
    void expireAndAdd(String shard, String key) {
        List<String> more = new ArrayList<>(records.getOrDefault(shard, List.of()));
        more.add(key);
        records.put(shard, more);
        generation.incrementAndGet();
    }

    @Override
    public DescribeStreamResponse describeStream(DescribeStreamRequest request) {
        // One shard a page, as a long list would come.
        int from = 0;
        for (int i = 0; i < shards.size(); i++) {
            if (shards.get(i).shardId().equals(request.exclusiveStartShardId())) {
                from = i + 1;
            }
        }
        Shard only = shards.get(from);
        boolean last = from == shards.size() - 1;
        return DescribeStreamResponse.builder()
                .streamDescription(stream -> stream.shards(only).lastEvaluatedShardId(last ? null : only.shardId()))
                .build();
    }

    @Override
    public GetShardIteratorResponse getShardIterator(GetShardIteratorRequest request) {
        boolean fromTheBeginning = request.shardIteratorType() == ShardIteratorType.TRIM_HORIZON;
        if (trimmed && !fromTheBeginning) {
            throw TrimmedDataAccessException.builder().message("trimmed").build();
        }
        int position = fromTheBeginning ? 0 : Integer.parseInt(request.sequenceNumber()) + 1;
        return GetShardIteratorResponse.builder()
                .shardIterator(request.shardId() + ":" + position + ":" + generation)
                .build();
    }

    @Override
    public GetRecordsResponse getRecords(GetRecordsRequest request) {
        String[] iterator = request.shardIterator().split(":", -1);
        if (Integer.parseInt(iterator[2]) != generation.get()) {
            throw ExpiredIteratorException.builder().message("expired").build();
        }
        int from = Integer.parseInt(iterator[1]);
        List<String> all = records.getOrDefault(iterator[0], List.of());
        int to = Math.min(all.size(), from + request.limit());
        List<Record> found = new ArrayList<>();
        for (int i = from; i < to; i++) {
            found.add(record(i, all.get(i)));
        }
        boolean ended = to == all.size() && closed.contains(iterator[0]);
        return GetRecordsResponse.builder()
                .records(found)
                .nextShardIterator(ended ? null : iterator[0] + ":" + to + ":" + generation)
                .build();
    }

    @Override
    public String serviceName() {
        return "fake";
    }

    @Override
    public void close() {}

    private static Record record(int index, String key) {
        return Record.builder()
                .eventID(key)
                .eventName("INSERT")
                .eventVersion("1.1")
                .dynamodb(change -> change.sequenceNumber(Integer.toString(index))
                        .approximateCreationDateTime(Instant.EPOCH)
                        .keys(Map.of("pk", AttributeValue.fromS(key)))
                        .sizeBytes(1L))
                .build();
    }
}
