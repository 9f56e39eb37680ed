package cairn.dynamodb;

import cairn.checkins.Ledger;
import cairn.dynamodblocal.DynamoDbLocal;
import cairn.testkit.LedgerContract;
import org.junit.jupiter.api.AutoClose;

class DynamoDbLocalLedgerTest extends LedgerContract {
    @AutoClose
    private static final DynamoDbLocal ENGINE = DynamoDbLocal.inMemory();

    private static final TestTable TABLE = TestTable.on(ENGINE);

    @Override
    public Ledger ledger() {
        return TABLE.patientLedger();
    }
}
