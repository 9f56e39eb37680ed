package cairn.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.dynamodblocal.DynamoDbLocal;
import cairn.local.life.Refusal;
import cairn.local.template.TableDefinition;
import cairn.local.template.TableDefinition.Index;
import cairn.local.template.TableDefinition.KeyPart;
import cairn.testkit.Together;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class TablesTest {
    private static final Map<String, Index> LOCAL_INDEXES = Map.of(
            "history", new Index(List.of(new KeyPart("pk", "HASH"), new KeyPart("history", "RANGE")), "ALL", Set.of()));

    private static DynamoDbLocal engine;
    private static AwsAccess access;

    @BeforeAll
    static void start() {
        engine = DynamoDbLocal.inMemory();
        access = AwsAccess.toLocalEngine(engine.endpoint(), "eu-central-1");
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void aMissingTableIsMadeAsTheTemplateSays() {
        Tables.ensure(List.of(table("made", LOCAL_INDEXES)), access);

        try (var client = access.client()) {
            var made =
                    client.describeTable(request -> request.tableName("made")).table();
            assertThat(TableShape.of(made)).isEqualTo(table("made", LOCAL_INDEXES));
            assertThat(made.latestStreamArn()).isNotEmpty();
        }
    }

    @Test
    void aTableThatIsThereIsKeptWithWhatIsInIt() {
        Tables.ensure(List.of(table("kept", LOCAL_INDEXES)), access);
        try (var client = access.client()) {
            var item = Map.of("pk", AttributeValue.fromS("a"), "sk", AttributeValue.fromS("b"));
            client.putItem(request -> request.tableName("kept").item(item));

            Tables.ensure(List.of(table("kept", LOCAL_INDEXES)), access);

            assertThat(client.getItem(request -> request.tableName("kept").key(item))
                            .item())
                    .isEqualTo(item);
        }
    }

    @Test
    void deploymentsThatStartAtOnceOnAFreshStoreAllHaveTheTable() throws InterruptedException {
        for (int round = 0; round < 20; round++) {
            TableDefinition table = table("fresh-" + round, LOCAL_INDEXES);
            Callable<Boolean> start = () -> {
                Tables.ensure(List.of(table), access);
                return true;
            };

            assertThat(Together.run(Collections.nCopies(4, start))).containsOnly(true);
        }
    }

    @Test
    void aTableWithOtherIndexesIsRefusedAndLeftAlone() {
        Tables.ensure(List.of(table("other", Map.of())), access);

        assertThatThrownBy(() -> Tables.ensure(List.of(table("other", LOCAL_INDEXES)), access))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("The table other in the store differs from the template's")
                .hasMessageContaining("CAIRN_DATA");
        try (var client = access.client()) {
            assertThat(client.listTables().tableNames()).contains("other");
        }
    }

    private static TableDefinition table(String name, Map<String, Index> localIndexes) {
        Map<String, String> attributes = localIndexes.isEmpty()
                ? Map.of("pk", "S", "sk", "S", "shard", "S")
                : Map.of("pk", "S", "sk", "S", "shard", "S", "history", "S");
        return new TableDefinition(
                name,
                attributes,
                List.of(new KeyPart("pk", "HASH"), new KeyPart("sk", "RANGE")),
                Map.of("due", new Index(List.of(new KeyPart("shard", "HASH")), "INCLUDE", Set.of("colour"))),
                localIndexes,
                Optional.of("NEW_AND_OLD_IMAGES"));
    }
}
