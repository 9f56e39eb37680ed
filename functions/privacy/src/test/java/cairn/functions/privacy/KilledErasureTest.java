package cairn.functions.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Ledger;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import cairn.checkins.Tombstone;
import cairn.dynamodblocal.DynamoDbLocal;
import cairn.testkit.Halting;
import cairn.testkit.table.RealTable;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whichever call to the store an erasure dies at, before it or after, run again it comes to the same end.
class KilledErasureTest {
    /// More than one batch of deletions holds.
    private static final int WEEKS = 31;

    /// A read and a write; then a query and two deletions.
    private static final int CALLS = 5;

    @Test
    void anErasureKilledAnywhereAndRunAgainLeavesTheSameTombstoneAndNoRow() throws Exception {
        try (DynamoDbLocal engine = DynamoDbLocal.inMemory()) {
            RealTable table = RealTable.on(engine.endpoint());
            Ledger ledger = table.ledger(table.client());
            for (int call = 1; call <= CALLS; call++) {
                for (String moment : List.of("before", "after")) {
                    MemberId id = new MemberId("killed-" + moment + "-" + call);
                    long version = live(ledger, id);

                    assertThat(dies(engine, table, id, version, call, moment))
                            .as("%s call %s", moment, call)
                            .isEqualTo(Halting.HALTED);
                    Dying.erase(ledger, id, version);

                    assertThat(ledger.standing(id)).isEqualTo(new Tombstone(id, version + 1, 1, Dying.ERASED_AT));
                    assertThat(ledger.held(id, 1, null, 100).items()).isEmpty();
                }
            }
            MemberId unhurt = new MemberId("unhurt");
            assertThat(dies(engine, table, unhurt, live(ledger, unhurt), CALLS + 1, "before"))
                    .as("there are no more calls than those")
                    .isZero();
        }
    }

    /// @return the version of the row
    private static long live(Ledger ledger, MemberId id) {
        new Emil(ledger).lived(id, WEEKS, "mine");
        assertThat(ledger.held(id, 1, null, 100).items()).hasSizeBetween(26, 50);
        return ledger.member(id).map(Member::version).orElseThrow();
    }

    private static int dies(DynamoDbLocal engine, RealTable table, MemberId id, long version, int call, String moment)
            throws IOException, InterruptedException {
        return Halting.exitOf(
                Dying.class,
                engine.endpoint().toString(),
                table.name(),
                id.subject(),
                Long.toString(version),
                moment + " " + call);
    }
}
