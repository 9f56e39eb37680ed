package cairn.local.stream;

import cairn.dynamodblocal.DynamoDbLocal;
import cairn.local.deadletters.DeadLetters;
import cairn.local.functions.Invocations;
import cairn.local.life.DataFolder;
import cairn.local.pattern.EventPattern;
import cairn.local.store.AwsAccess;
import cairn.local.store.Tables;
import cairn.local.template.StreamConsumer;
import cairn.local.template.StreamConsumer.Failure;
import cairn.local.template.TableDefinition;
import cairn.local.template.TableDefinition.KeyPart;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A table of its own on a real engine, and pumps on its stream.
final class PumpedTable implements AutoCloseable {
    static final String QUEUE = "dead-letters";

    private final AwsAccess access;
    private final String name;
    private final DynamoDbClient client;
    private final DataFolder data = DataFolder.temporary();
    private final DeadLetters deadLetters = new DeadLetters(data);

    PumpedTable(DynamoDbLocal engine, String name) {
        this.access = AwsAccess.toLocalEngine(engine.endpoint(), "eu-central-1");
        this.name = name;
        this.client = access.client();
        var table = new TableDefinition(
                name,
                Map.of("pk", "S"),
                List.of(new KeyPart("pk", "HASH")),
                Map.of(),
                Map.of(),
                Optional.of("NEW_AND_OLD_IMAGES"));
        Tables.ensure(List.of(table), access);
    }

    /// Not started.
    StreamPump pump(Invocations functions, StreamConsumer... consumers) {
        return new StreamPump(List.of(consumers), access, functions, deadLetters, data, InstantSource.system());
    }

    StreamConsumer consumer(String function, int batchSize, Failure failure, String... filters) {
        return new StreamConsumer(
                function + "-Stream",
                function,
                "arn:aws:lambda:eu-central-1:000000000000:function:" + function + ":live",
                name,
                batchSize,
                List.of(filters).stream().map(EventPattern::new).toList(),
                failure);
    }

    static Failure patient() {
        return new Failure(false, true, Optional.empty(), Optional.empty(), Optional.of(QUEUE));
    }

    static Failure givingUpAfter(int attempts, boolean bisects) {
        return new Failure(bisects, true, Optional.of(attempts), Optional.empty(), Optional.of(QUEUE));
    }

    DeadLetters deadLetters() {
        return deadLetters;
    }

    void put(String... keys) {
        for (String key : keys) {
            put(Map.of("pk", AttributeValue.fromS(key)));
        }
    }

    void put(Map<String, AttributeValue> item) {
        client.putItem(request -> request.tableName(name).item(item));
    }

    void delete(String key) {
        client.deleteItem(request -> request.tableName(name).key(Map.of("pk", AttributeValue.fromS(key))));
    }

    @Override
    public void close() {
        client.close();
        data.close();
    }
}
