package cairn.local.stream;

import cairn.local.deadletters.DeadLetters;
import cairn.local.functions.Invocations;
import cairn.local.life.DataFolder;
import cairn.local.store.AwsAccess;
import cairn.local.store.Tables;
import cairn.local.template.StreamConsumer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/// Lambda's event source mappings for DynamoDB streams: each consumer reads for itself, so that one that
/// fails is no other's concern.
public final class StreamPump implements AutoCloseable {
    private final DynamoDbStreamsClient client;
    private final List<Consumer> consumers;

    /// @param access to the store, which has the tables already
    /// @param data where the positions are
    /// @param clock the real one: records carry the store's time, which does not travel
    public StreamPump(
            List<StreamConsumer> consumers,
            AwsAccess access,
            Invocations functions,
            DeadLetters deadLetters,
            DataFolder data,
            InstantSource clock) {
        this.client = access.streams();
        this.consumers = consumers.stream()
                .map(consumer -> {
                    String arn = Tables.streamArn(consumer.table(), access);
                    var stream = new TableStream(client, arn, access.region());
                    var positions = new Positions(data, consumer.name(), arn);
                    var givenUp = new GivenUp(consumer, arn, deadLetters);
                    return new Consumer(
                            consumer.name(),
                            stream,
                            positions,
                            shard -> new ShardReader(shard, consumer, stream, functions, positions, givenUp, clock));
                })
                .toList();
    }

    /// Reads from now on.
    public void start() {
        consumers.forEach(Consumer::start);
    }

    /// Waits until all that is written now has been handled, for as long as that takes or the patience lasts.
    ///
    /// @return whether it has been handled
    public boolean catchUp(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        boolean caughtUp = true;
        for (Consumer consumer : consumers) {
            caughtUp &= consumer.catchUp(Duration.ofNanos(end - System.nanoTime()));
        }
        return caughtUp;
    }

    @Override
    public void close() {
        consumers.forEach(Consumer::close);
        client.close();
    }
}
