package cairn.functions.privacy;

import cairn.checkins.Ledger;
import cairn.dynamodblocal.DynamoDbLocal;
import cairn.testkit.table.RealTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayOnDynamoDbLocalTest extends ReplayContract {
    private final DynamoDbLocal engine = DynamoDbLocal.inMemory();
    private final RealTable table = RealTable.on(engine.endpoint());
    private final DynamoDbClient client = table.client();

    @AfterAll
    void stop() {
        client.close();
        engine.close();
    }

    @Override
    Ledger ledger() {
        return table.ledger(client);
    }
}
