package cairn.functions.privacy;

import cairn.dynamodb.DynamoDbClients;
import cairn.dynamodb.DynamoDbLedger;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// The table on DynamoDB Local, as far as these tests need it.
///
/// @param client waits longer than the function's own: a busy machine is no fault of the ledger's
record LocalTable(DynamoDbClient client, String name) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Makes one of its own for a test.
    static LocalTable on(URI endpoint) {
        DynamoDbClient client = client(endpoint, List.of());
        String name = "cairn-test-" + UUID.randomUUID();
        LocalSecondaryIndex history = LocalSecondaryIndex.builder()
                .indexName("history")
                .keySchema(key("pk", KeyType.HASH), key("history", KeyType.RANGE))
                .projection(all -> all.projectionType(ProjectionType.ALL))
                .build();
        client.createTable(request -> request.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text("pk"), text("sk"), text("history"))
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
                .localSecondaryIndexes(history));
        client.waiter().waitUntilTableExists(request -> request.tableName(name)).matched();
        return new LocalTable(client, name);
    }

    /// As everywhere else, but patient, and for an engine that takes any credentials.
    static DynamoDbClient client(URI endpoint, List<ExecutionInterceptor> interceptors) {
        DynamoDbClientBuilder builder = DynamoDbClients.builder(interceptors)
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")));
        return builder.httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(PATIENCE))
                .overrideConfiguration(builder.overrideConfiguration().toBuilder()
                        .apiCallTimeout(PATIENCE)
                        .apiCallAttemptTimeout(PATIENCE)
                        .build())
                .build();
    }

    DynamoDbLedger ledger() {
        return new DynamoDbLedger(client, name);
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
