package cairn.functions.privacy;

import cairn.checkins.Ledger;
import cairn.dynamodblocal.DynamoDbLocal;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayOnDynamoDbLocalTest extends ReplayContract {
    private final DynamoDbLocal engine = DynamoDbLocal.inMemory();
    private final LocalTable table = LocalTable.on(engine.endpoint());

    @AfterAll
    void stop() {
        engine.close();
    }

    @Override
    Ledger ledger() {
        return table.ledger().within(Duration.ofSeconds(30));
    }
}
