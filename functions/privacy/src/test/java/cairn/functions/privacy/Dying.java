package cairn.functions.privacy;

import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.checkins.Tombstone;
import cairn.testkit.Halting;
import cairn.testkit.HttpEvent;
import cairn.testkit.HttpResult;
import cairn.testkit.SamplePrograms;
import cairn.testkit.table.HaltingCalls;
import cairn.testkit.table.RealTable;
import java.net.URI;
import java.time.Instant;

/// A process that erases somebody, and is killed at a call to the store.
final class Dying {
    static final Instant ERASED_AT = Instant.parse(Emil.NOW);

    private Dying() {}

    /// Arguments: endpoint, table, subject, version of the row, where to die.
    public static void main(String[] arguments) {
        RealTable table = new RealTable(URI.create(arguments[0]), arguments[1]);
        Ledger ledger = table.ledger(table.client(new HaltingCalls(Halting.at(arguments[4]))));
        erase(ledger, new MemberId(arguments[2]), Long.parseLong(arguments[3]));
    }

    /// The whole of it: the request, then the worker with the tombstone it left.
    static void erase(Ledger ledger, MemberId id, long version) {
        Privacy function = new Privacy(SamplePrograms.both(), _ -> ledger, Emil.KEY, _ -> {});
        HttpResult reply = HttpResult.of(
                function,
                HttpEvent.of("DELETE", "/v1/me", "/v1/me").as(id.subject()).at(ERASED_AT));
        if (reply.status() != 202) {
            throw new IllegalStateException("not erased: " + reply);
        }
        Tombstone tombstone = new Tombstone(id, version + 1, 1, ERASED_AT);
        if (!Batch.deliver(function, Batch.image(tombstone)).equals(Batch.DONE)) {
            throw new IllegalStateException("rows are left");
        }
    }
}
