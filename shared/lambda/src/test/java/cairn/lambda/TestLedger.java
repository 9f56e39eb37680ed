package cairn.lambda;

import cairn.checkins.Change;
import cairn.checkins.ForwardingLedger;
import cairn.testkit.InMemoryLedger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// A ledger in which nobody is stored, and in which the next writes come out as a test says.
final class TestLedger extends ForwardingLedger {
    final List<Change> committed = new ArrayList<>();
    private final Deque<Result> results = new ArrayDeque<>();

    TestLedger(Result... results) {
        super(new InMemoryLedger());
        this.results.addAll(List.of(results));
    }

    @Override
    public Result commit(Change change) {
        committed.add(change);
        return results.remove();
    }
}
