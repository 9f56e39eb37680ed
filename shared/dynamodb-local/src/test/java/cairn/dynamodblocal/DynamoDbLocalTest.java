package cairn.dynamodblocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class DynamoDbLocalTest {
    private static final String TABLE = "things";

    @Test
    void whatWasWrittenSurvivesARestart(@TempDir Path folder) {
        try (var engine = DynamoDbLocal.at(folder, 0);
                var client = client(engine)) {
            createTable(client);
            put(client, "kept", "first");
        }
        try (var engine = DynamoDbLocal.at(folder, 0);
                var client = client(engine)) {
            assertThat(client.listTables().tableNames()).containsExactly(TABLE);
            assertThat(client.getItem(get -> get.tableName(TABLE).key(key("kept")))
                            .item())
                    .containsEntry("writer", AttributeValue.fromS("first"));
        }
    }

    @Test
    void twoAtOnceAreTwoStores() {
        try (var one = DynamoDbLocal.inMemory();
                var other = DynamoDbLocal.inMemory();
                var clientOfOne = client(one);
                var clientOfOther = client(other)) {
            createTable(clientOfOne);

            assertThat(one.endpoint()).isNotEqualTo(other.endpoint());
            assertThat(clientOfOther.listTables().tableNames()).isEmpty();
        }
    }

    @Test
    void eightThreadsThatPutTheSameItemOnConditionHaveOneWinner() throws Exception {
        try (var engine = DynamoDbLocal.inMemory();
                var client = client(engine);
                var threads = Executors.newFixedThreadPool(8)) {
            createTable(client);
            for (int round = 0; round < 20; round++) {
                String id = "round " + round;
                List<Callable<Boolean>> puts = new ArrayList<>();
                for (int writer = 0; writer < 8; writer++) {
                    String name = "writer " + writer;
                    puts.add(() -> putIfAbsent(client, id, name));
                }

                assertThat(threads.invokeAll(puts)).extracting(Future::get).containsOnlyOnce(true);
            }
        }
    }

    @Test
    void listensOnLoopbackOnly() throws Exception {
        try (var engine = DynamoDbLocal.inMemory()) {
            int port = engine.endpoint().getPort();

            assertThat(accepts(InetAddress.ofLiteral("127.0.0.1"), port)).isTrue();
            // A listener on all interfaces would take this one too, where the system has it (Linux).
            assertThat(accepts(InetAddress.ofLiteral("127.0.0.2"), port)).isFalse();
            var elsewhere = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress());
            assertThat(elsewhere).noneMatch(address -> accepts(address, port));
        }
    }

    @Test
    void aTakenPortIsRefusedAndSaysSo(@TempDir Path folder) throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThatThrownBy(() -> DynamoDbLocal.at(folder, taken.getLocalPort()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Failed to bind to /127.0.0.1:" + taken.getLocalPort());
        }
    }

    private static boolean accepts(InetAddress address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static DynamoDbClient client(DynamoDbLocal engine) {
        return DynamoDbClient.builder()
                .endpointOverride(engine.endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static void createTable(DynamoDbClient client) {
        client.createTable(table -> table.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(KeySchemaElement.builder()
                        .attributeName("id")
                        .keyType(KeyType.HASH)
                        .build()));
    }

    private static boolean putIfAbsent(DynamoDbClient client, String id, String writer) {
        try {
            client.putItem(
                    put -> put.tableName(TABLE).item(item(id, writer)).conditionExpression("attribute_not_exists(id)"));
            return true;
        } catch (ConditionalCheckFailedException lost) {
            return false;
        }
    }

    private static void put(DynamoDbClient client, String id, String writer) {
        client.putItem(put -> put.tableName(TABLE).item(item(id, writer)));
    }

    private static Map<String, AttributeValue> item(String id, String writer) {
        return Map.of("id", AttributeValue.fromS(id), "writer", AttributeValue.fromS(writer));
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("id", AttributeValue.fromS(id));
    }
}
