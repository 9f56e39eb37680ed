package cairn.dynamodb;

import cairn.checkins.Ledger;
import cairn.testkit.LedgerContract;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// Any other engine, a real account among them: `AWS_ENDPOINT_URL_DYNAMODB`, with credentials and region
/// where the SDK looks for them.
@EnabledIfEnvironmentVariable(
        named = "AWS_ENDPOINT_URL_DYNAMODB",
        matches = ".+",
        disabledReason = "AWS_ENDPOINT_URL_DYNAMODB names no other engine")
class GivenEndpointLedgerTest extends LedgerContract {
    private static @Nullable TestTable table;

    @BeforeAll
    static void createTable() {
        table = TestTable.on(TestTable.patient(DynamoDbClients.builder(List.of())));
    }

    @AfterAll
    static void deleteTable() {
        if (table != null) {
            table.close();
        }
    }

    @Override
    public Ledger ledger() {
        if (table == null) {
            throw new IllegalStateException("not started");
        }
        return table.patientLedger();
    }
}
