package cairn.testkit.table;

import cairn.checkins.Ledger;
import cairn.dynamodb.DynamoDbClients;
import cairn.dynamodb.DynamoDbLedger;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// A table as template.yaml has it, on a local engine, for code that is given nothing but its name.
public record RealTable(URI endpoint, String name) {
    /// A busy machine is nobody's fault.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Makes one of its own for a test.
    public static RealTable on(URI endpoint) {
        return new RealTable(endpoint, "cairn-test-" + UUID.randomUUID()).created();
    }

    /// Makes the table.
    public RealTable created() {
        try (DynamoDbClient client = client()) {
            client.createTable(request -> request.tableName(name)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(Stream.of("pk", "sk", "history", "dueShard", "nextActionAt")
                            .map(RealTable::text)
                            .toList())
                    .keySchema(keys("pk", "sk"))
                    .localSecondaryIndexes(LocalSecondaryIndex.builder()
                            .indexName("history")
                            .keySchema(keys("pk", "history"))
                            .projection(projecting(ProjectionType.ALL))
                            .build())
                    .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                            .indexName("due")
                            .keySchema(keys("dueShard", "nextActionAt"))
                            .projection(projecting(ProjectionType.KEYS_ONLY))
                            .build()));
            client.waiter()
                    .waitUntilTableExists(request -> request.tableName(name))
                    .matched();
        }
        return this;
    }

    /// As everywhere else, but patient, and for an engine that takes any credentials.
    ///
    /// @param interceptors see every call
    public DynamoDbClient client(ExecutionInterceptor... interceptors) {
        var builder = DynamoDbClients.builder(List.of(interceptors))
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(PATIENCE));
        return builder.overrideConfiguration(builder.overrideConfiguration().toBuilder()
                        .apiCallTimeout(PATIENCE)
                        .apiCallAttemptTimeout(PATIENCE)
                        .build())
                .build();
    }

    /// For as long as a test takes.
    public Ledger ledger(DynamoDbClient client) {
        return new DynamoDbLedger(client, name).within(PATIENCE.multipliedBy(20));
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static List<KeySchemaElement> keys(String partition, String sort) {
        return List.of(key(partition, KeyType.HASH), key(sort, KeyType.RANGE));
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static Projection projecting(ProjectionType type) {
        return Projection.builder().projectionType(type).build();
    }
}
