package cairn.commands;

import cairn.checkins.Change;
import cairn.checkins.ForwardingLedger;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import java.time.Instant;
import java.util.function.IntFunction;

/// Says of each write that it is done, and writes nothing. What is decided on a write goes on from the row
/// as it would be.
final class DryRunLedger extends ForwardingLedger {
    DryRunLedger(Ledger ledger) {
        super(ledger);
    }

    @Override
    public Result commit(Change change) {
        return new Committed();
    }

    @Override
    public boolean forget(MemberId id, int life) {
        return true;
    }

    @Override
    public void moveBack(Nominee nominee, IntFunction<Instant> until) {}
}
