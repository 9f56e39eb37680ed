package cairn.dynamodb;

import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.secondaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.secondarySortKey;

import cairn.checkins.Ledger;
import cairn.dynamodblocal.DynamoDbLocal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.EnhancedGlobalSecondaryIndex;
import software.amazon.awssdk.enhanced.dynamodb.model.EnhancedLocalSecondaryIndex;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/// A table of its own for a test, made from the schemas that the ledger uses, and deleted with it.
record TestTable(DynamoDbClient client, String name) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Projection ALL =
            Projection.builder().projectionType(ProjectionType.ALL).build();
    private static final Projection KEYS =
            Projection.builder().projectionType(ProjectionType.KEYS_ONLY).build();

    static TestTable on(DynamoDbClient client) {
        String name = "cairn-test-" + UUID.randomUUID();
        DynamoDbTable<CheckInItem> table =
                DynamoDbEnhancedClient.builder().dynamoDbClient(client).build().table(name, withDueIndex());
        table.createTable(request -> request.localSecondaryIndices(
                        EnhancedLocalSecondaryIndex.create(CheckInItem.HISTORY_INDEX, ALL))
                .globalSecondaryIndices(EnhancedGlobalSecondaryIndex.builder()
                        .indexName("due")
                        .projection(KEYS)
                        .build()));
        client.waiter().waitUntilTableExists(request -> request.tableName(name)).matched();
        return new TestTable(client, name);
    }

    static TestTable on(DynamoDbLocal engine) {
        return on(patient(clientOf(engine.endpoint())));
    }

    /// For tests of what is stored, not of how long it takes: a busy machine is no fault of the ledger's.
    static DynamoDbClient patient(DynamoDbClientBuilder builder) {
        return builder.httpClientBuilder(DynamoDbClients.httpClient().socketTimeout(PATIENCE))
                .overrideConfiguration(builder.overrideConfiguration().toBuilder()
                        .apiCallTimeout(PATIENCE)
                        .apiCallAttemptTimeout(PATIENCE)
                        .build())
                .build();
    }

    /// A client as it is set up everywhere else, for an engine that takes any credentials.
    static DynamoDbClientBuilder clientOf(URI endpoint, ExecutionInterceptor... interceptors) {
        return DynamoDbClients.builder(List.of(interceptors))
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")));
    }

    DynamoDbLedger ledger() {
        return new DynamoDbLedger(client, name);
    }

    Ledger patientLedger() {
        return ledger().within(Deadline.in(PATIENCE));
    }

    /// The same table, seen through another client.
    DynamoDbLedger ledger(DynamoDbClient other) {
        return new DynamoDbLedger(other, name);
    }

    /// An attribute as it is at rest.
    @Nullable
    String attribute(RowKey key, String name) {
        AttributeValue value = client.getItem(request -> request.tableName(name())
                        .key(Map.of("pk", AttributeValue.fromS(key.pk()), "sk", AttributeValue.fromS(key.sk()))))
                .item()
                .get(name);
        return value == null ? null : value.s();
    }

    @Override
    public void close() {
        client.deleteTable(request -> request.tableName(name));
        client.close();
    }

    /// The index that no row of the ledger's is in yet.
    private static StaticImmutableTableSchema<CheckInItem, Draft> withDueIndex() {
        return StaticImmutableTableSchema.builder(CheckInItem.class, Draft.class)
                .extend(CheckInItem.SCHEMA)
                .addAttribute(
                        String.class,
                        attribute -> attribute
                                .name("dueShard")
                                .getter(_ -> null)
                                .setter((_, _) -> {})
                                .addTag(secondaryPartitionKey("due")))
                .addAttribute(
                        String.class,
                        attribute -> attribute
                                .name("nextActionAt")
                                .getter(_ -> null)
                                .setter((_, _) -> {})
                                .addTag(secondarySortKey("due")))
                .build();
    }
}
