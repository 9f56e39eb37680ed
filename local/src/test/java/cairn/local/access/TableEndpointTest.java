package cairn.local.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.dynamodblocal.DynamoDbLocal;
import cairn.local.store.AwsAccess;
import cairn.local.template.Arns;
import cairn.local.template.Role;
import cairn.local.template.Role.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// A real engine behind the endpoint, asked by real clients.
class TableEndpointTest {
    private static final Arns ARNS = new Arns("eu-central-1");
    private static final String TABLE = "people";
    private static final Map<String, Role> ROLES = Map.of(
            "writer",
            role("WriterRole", "dynamodb:PutItem", "dynamodb:GetItem"),
            "batches",
            role("BatchesRole", "dynamodb:BatchWriteItem"),
            "nothing",
            new Role("NothingRole", List.of()));
    private static final FunctionKeys KEYS = new FunctionKeys(ROLES);

    private static DynamoDbLocal engine;
    private static TableEndpoint endpoint;

    @BeforeAll
    static void start() {
        engine = DynamoDbLocal.inMemory();
        AwsAccess store = AwsAccess.toLocalEngine(engine.endpoint(), "eu-central-1");
        try (DynamoDbClient client = store.client()) {
            client.createTable(request -> request.tableName(TABLE)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(AttributeDefinition.builder()
                            .attributeName("pk")
                            .attributeType(ScalarAttributeType.S)
                            .build())
                    .keySchema(key())
                    .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                            .indexName("due")
                            .keySchema(key())
                            .projection(all -> all.projectionType(ProjectionType.ALL))
                            .build()));
        }
        endpoint = new TableEndpoint(store, new Gate(KEYS, new Permissions(ROLES.values())), ARNS);
    }

    @AfterAll
    static void stop() {
        endpoint.close();
        engine.close();
    }

    @Test
    void whatTheRoleAllowsReachesTheStoreAndTheReplyComesBackWhole() {
        try (DynamoDbClient writer = client("writer")) {
            String large = "ä".repeat(100_000);
            writer.putItem(put -> put.tableName(TABLE)
                    .item(Map.of("pk", AttributeValue.fromS("large"), "text", AttributeValue.fromS(large))));

            assertThat(writer.getItem(get -> get.tableName(TABLE).key(named("large")))
                            .item()
                            .get("text"))
                    .isEqualTo(AttributeValue.fromS(large));
        }
    }

    @Test
    void whatTheStoreRefusesIsRefusedInItsOwnWords() {
        try (DynamoDbClient writer = client("writer")) {
            assertThatThrownBy(() -> writer.putItem(put ->
                            put.tableName(TABLE).item(named("absent")).conditionExpression("attribute_exists(pk)")))
                    .isInstanceOf(ConditionalCheckFailedException.class);
        }
    }

    @Test
    void aTransactionIsAllowedByItsPartsAndABatchByItself() {
        try (DynamoDbClient writer = client("writer");
                DynamoDbClient batches = client("batches")) {
            writer.transactWriteItems(request -> request.transactItems(List.of(writing("t"))));
            batches.batchWriteItem(request -> request.requestItems(Map.of(TABLE, List.of(deletion("t")))));

            assertThat(writer.getItem(get -> get.tableName(TABLE).key(named("t")))
                            .hasItem())
                    .isFalse();
        }
    }

    static List<Denied> denied() {
        return List.of(
                new Denied(
                        "writer",
                        "dynamodb:Query on resource: " + ARNS.table(TABLE) + "/index/due",
                        client -> client.query(query -> query.tableName(TABLE)
                                .indexName("due")
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("secret"))))),
                new Denied(
                        "writer",
                        "dynamodb:BatchWriteItem on resource: " + ARNS.table(TABLE),
                        client -> client.batchWriteItem(
                                request -> request.requestItems(Map.of(TABLE, List.of(deletion("secret")))))),
                new Denied(
                        "writer",
                        "dynamodb:DeleteItem on resource: " + ARNS.table(TABLE),
                        client -> client.transactWriteItems(
                                request -> request.transactItems(List.of(writing("never"), deleting("secret"))))),
                new Denied(
                        "writer",
                        "dynamodb:GetItem on resource: " + ARNS.table("another"),
                        client -> client.getItem(get -> get.tableName("another").key(named("secret")))),
                new Denied(
                        "nothing",
                        "dynamodb:GetItem on resource: " + ARNS.table(TABLE),
                        client -> client.getItem(get -> get.tableName(TABLE).key(named("secret")))));
    }

    record Denied(String function, String what, Consumer<DynamoDbClient> call) {
        @Override
        public String toString() {
            return function + " " + what;
        }
    }

    @ParameterizedTest
    @MethodSource("denied")
    void whatTheRoleDoesNotAllowIsRefusedAsAwsRefusesItAndNamesNobody(Denied denied) {
        try (DynamoDbClient client = client(denied.function())) {
            assertThatThrownBy(() -> denied.call().accept(client))
                    .isInstanceOfSatisfying(DynamoDbException.class, refused -> {
                        assertThat(refused.statusCode()).isEqualTo(400);
                        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
                        assertThat(refused.awsErrorDetails().errorMessage())
                                .contains("is not authorized to perform: " + denied.what() + " because")
                                .doesNotContain("secret");
                    });
        }
        try (DynamoDbClient writer = client("writer")) {
            assertThat(writer.getItem(get -> get.tableName(TABLE).key(named("never")))
                            .hasItem())
                    .isFalse();
        }
    }

    @Test
    void whoHasNoKeyOfAFunctionIsRefused() {
        var stranger = AwsAccess.toLocalEngine(endpoint.address(), "eu-central-1");
        try (DynamoDbClient client = stranger.client()) {
            assertThatThrownBy(() -> client.getItem(get -> get.tableName(TABLE).key(named("a"))))
                    .isInstanceOfSatisfying(
                            DynamoDbException.class,
                            refused -> assertThat(refused.awsErrorDetails().errorCode())
                                    .isEqualTo("UnrecognizedClientException"));
        }
    }

    private static DynamoDbClient client(String function) {
        return KEYS.accessOf(function, endpoint.address(), "eu-central-1").client();
    }

    private static Map<String, AttributeValue> named(String name) {
        return Map.of("pk", AttributeValue.fromS(name));
    }

    private static TransactWriteItem writing(String name) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(TABLE).item(named(name)))
                .build();
    }

    private static TransactWriteItem deleting(String name) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(TABLE).key(named(name)))
                .build();
    }

    private static WriteRequest deletion(String name) {
        return WriteRequest.builder()
                .deleteRequest(delete -> delete.key(named(name)))
                .build();
    }

    private static KeySchemaElement key() {
        return KeySchemaElement.builder()
                .attributeName("pk")
                .keyType(KeyType.HASH)
                .build();
    }

    private static Role role(String name, String... actions) {
        return new Role(name, List.of(new Statement(true, List.of(actions), List.of(ARNS.table(TABLE)))));
    }
}
