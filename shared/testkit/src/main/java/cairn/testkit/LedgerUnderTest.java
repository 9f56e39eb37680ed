package cairn.testkit;

import cairn.checkins.Change;
import cairn.checkins.CheckIn;
import cairn.checkins.CheckInId;
import cairn.checkins.Ledger;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import cairn.checkins.Standing;
import java.util.UUID;

/// The ledger a contract is about, and what all parts of the contract do with it.
public interface LedgerUnderTest {

    Ledger ledger();

    /// A person of whom nothing is stored.
    static MemberId somebody() {
        return new MemberId("contract-" + UUID.randomUUID());
    }

    default void store(Standing standing) {
        expectCommitted(new Change(standing, null));
    }

    default void store(Member member, CheckIn opened) {
        expectCommitted(new Change(member, new Change.Open(opened)));
    }

    default Member stored(MemberId id) {
        return ledger().member(id).orElseThrow();
    }

    default CheckIn stored(MemberId id, CheckInId checkIn) {
        return ledger().checkIn(id, checkIn).orElseThrow();
    }

    private void expectCommitted(Change change) {
        Ledger.Result result = ledger().commit(change);
        if (!(result instanceof Ledger.Committed)) {
            throw new AssertionError("not committed: " + result);
        }
    }
}
