package cairn.functions.privacy;

import cairn.checkins.Ledger;
import cairn.testkit.InMemoryLedger;

class ReplayInMemoryTest extends ReplayContract {
    private final Ledger ledger = new InMemoryLedger();

    @Override
    Ledger ledger() {
        return ledger;
    }
}
