package cairn.functions.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.checkins.CheckIn;
import cairn.checkins.ForwardingLedger;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.checkins.StoreUnavailable;
import cairn.checkins.Tombstone;
import cairn.lambda.EventFunction;
import cairn.testkit.InMemoryLedger;
import cairn.testkit.SamplePrograms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/// The rows of a life that is over are deleted, again and again until none is left (semantics 12).
class WorkerTest {
    private static final MemberId OTHER = new MemberId("other");
    private static final Instant ERASED_AT = Instant.parse(Emil.NOW);

    /// Notes what it was asked to forget, and needs some more steps for one member.
    private static final class Slow extends ForwardingLedger {
        final List<String> asked = new ArrayList<>();
        private final String slow;
        private int moreSteps;

        Slow(Ledger ledger, String slow, int moreSteps) {
            super(ledger);
            this.slow = slow;
            this.moreSteps = moreSteps;
        }

        @Override
        public boolean forget(MemberId id, int life) {
            asked.add(id.subject() + " " + life);
            return super.forget(id, life) && (!id.subject().equals(slow) || moreSteps-- <= 0);
        }
    }

    @Test
    void itDeletesEveryRowOfThatLifeAndNobodyElses() {
        Emil emil = new Emil().lived(Emil.ID, 20, "mine").lived(OTHER, 20, "theirs");
        List<CheckIn> others = emil.ledger.held(OTHER, 1, null, 100).items();
        emil.erases(Emil.NOW);
        assertThat(emil.ledger.held(Emil.ID, 1, null, 100).items()).isNotEmpty();

        assertThat(emil.stream(Batch.image(emil.tombstone()))).isEqualTo(Batch.DONE);

        assertThat(emil.ledger.held(Emil.ID, 1, null, 100).items()).isEmpty();
        assertThat(emil.ledger.held(OTHER, 1, null, 100).items()).isNotEmpty().isEqualTo(others);
        assertThat(emil.log).noneMatch(line -> line.contains(Emil.ID.subject()));
    }

    @Test
    void theExampleFileIsTaken() {
        Emil emil = new Emil();
        assertThat(Batch.send(
                        new Privacy(SamplePrograms.both(), _ -> emil.ledger, Emil.KEY, emil.log::add),
                        Batch.example("privacy-stream.json", Emil.ID)))
                .isEqualTo(Batch.DONE);
        assertThat(emil.log.getFirst()).contains("\"way\":\"privacy\"", "\"records\":1");
    }

    @Test
    void itDeletesWhatEarlierLivesLeftToo() {
        Emil emil = new Emil().lived(Emil.ID, 5, "mine");
        emil.erases(Emil.NOW);
        emil.beginsAgain(Emil.NOW);
        emil.lived(Emil.ID, 5, "mine");
        emil.erases(Emil.NOW);
        assertThat(emil.ledger.held(Emil.ID, 1, null, 100).items()).isNotEmpty();
        assertThat(emil.ledger.held(Emil.ID, 2, null, 100).items()).isNotEmpty();

        assertThat(emil.stream(Batch.image(emil.tombstone()))).isEqualTo(Batch.DONE);

        assertThat(emil.ledger.held(Emil.ID, 1, null, 100).items()).isEmpty();
        assertThat(emil.ledger.held(Emil.ID, 2, null, 100).items()).isEmpty();
    }

    @Test
    void aTombstoneDeliveredAfterTheNextLifeBeganLeavesThatAlone() {
        Emil emil = new Emil().lived(Emil.ID, 5, "mine");
        emil.erases(Emil.NOW);
        String tombstone = Batch.image(emil.tombstone());
        emil.beginsAgain(Emil.NOW);
        emil.lived(Emil.ID, 5, "mine");
        List<CheckIn> ofNewLife = emil.ledger.held(Emil.ID, 2, null, 100).items();

        for (int delivery = 0; delivery < 3; delivery++) {
            assertThat(emil.stream(tombstone)).isEqualTo(Batch.DONE);
            assertThat(emil.ledger.held(Emil.ID, 1, null, 100).items()).isEmpty();
            assertThat(emil.ledger.held(Emil.ID, 2, null, 100).items())
                    .isNotEmpty()
                    .isEqualTo(ofNewLife);
        }
    }

    @Test
    void whatItHadNoTimeForComesAgainWithAllThatFollows() {
        Slow slow = new Slow(new InMemoryLedger(), "one", 2);
        Emil emil = new Emil(slow);
        String[] tombstones = {tombstone("one", 1), tombstone("two", 2), tombstone("three", 1)};

        assertThat(emil.stream(timeFor(2), tombstones)).isEqualTo(failed("sequence-0"));
        assertThat(slow.asked).containsExactly("one 1", "two 2");
        assertThat(emil.log.getLast()).contains("\"level\":\"WARN\"", "\"again\":true");
        slow.asked.clear();
        assertThat(emil.stream(timeFor(3), tombstones)).isEqualTo(failed("sequence-0"));
        assertThat(slow.asked).containsExactly("one 1", "two 2", "three 1");
        slow.asked.clear();
        assertThat(emil.stream(timeFor(3), tombstones)).isEqualTo(Batch.DONE);
    }

    @Test
    void theFirstThatIsNotDoneIsNamedNotTheFirstOfTheBatch() {
        Slow slow = new Slow(new InMemoryLedger(), "two", 100);
        assertThat(new Emil(slow).stream(timeFor(10), tombstone("one", 1), tombstone("two", 2), tombstone("three", 1)))
                .isEqualTo(failed("sequence-1"));
    }

    @Test
    void whoHasManyRowsHoldsUpNobodyElseOfTheBatch() {
        Slow slow = new Slow(new InMemoryLedger(), "one", 3);
        Emil emil = new Emil(slow);

        assertThat(emil.stream(tombstone("one", 1), tombstone("two", 1), tombstone("three", 1)))
                .isEqualTo(Batch.DONE);

        assertThat(slow.asked).containsExactly("one 1", "two 1", "three 1", "one 1", "one 1", "one 1");
    }

    @Test
    void ofSeveralTombstonesOfOneMemberOnlyTheLastIsWorkedOn() {
        Slow slow = new Slow(new InMemoryLedger(), "one", 1);
        Emil emil = new Emil(slow);
        String[] tombstones = {tombstone("one", 1), tombstone("two", 1), tombstone("one", 2), tombstone("one", 3)};

        assertThat(emil.stream(timeFor(2), tombstones)).isEqualTo(failed("sequence-3"));
        assertThat(slow.asked).containsExactly("one 3", "two 1");
    }

    @Test
    void livingMembersAreLeftAlone() {
        Emil emil = new Emil().lived(Emil.ID, 5, "mine");
        List<CheckIn> before = emil.ledger.held(Emil.ID, 1, null, 100).items();
        assertThat(emil.stream("{\"pk\":{\"S\":\"MEMBER#" + Emil.ID.subject() + "\"},\"sk\":{\"S\":\"MEMBER\"},"
                        + "\"version\":{\"N\":\"3\"},\"life\":{\"N\":\"1\"},\"write\":{\"S\":\"w\"},"
                        + "\"plans\":{\"M\":{\"first\":{\"S\":\"free\"},\"changes\":{\"L\":[]}}},"
                        + "\"journeys\":{\"M\":{}}}"))
                .isEqualTo(Batch.DONE);
        assertThat(emil.ledger.held(Emil.ID, 1, null, 100).items()).isEqualTo(before);
    }

    @Test
    void aStoreThatIsAwayIsThrownBackSoThatTheBatchComesAgain() {
        Emil emil = new Emil(new ForwardingLedger(new InMemoryLedger()) {
            @Override
            public boolean forget(MemberId id, int life) {
                throw new StoreUnavailable("away");
            }
        });
        String tombstone = Batch.image(new Tombstone(Emil.ID, 5, 1, ERASED_AT));
        assertThatThrownBy(() -> emil.stream(tombstone)).isInstanceOf(EventFunction.Failed.class);
        assertThat(emil.log.getLast()).contains("\"level\":\"ERROR\"").doesNotContain(Emil.ID.subject());
    }

    private static String tombstone(String subject, int life) {
        return Batch.image(new Tombstone(new MemberId(subject), 5, life, ERASED_AT));
    }

    /// An invocation that has run out of time once it has asked so often.
    private static IntSupplier timeFor(int steps) {
        AtomicInteger looks = new AtomicInteger();
        // A step looks twice: whether there is time, and how much.
        return () -> looks.getAndIncrement() < 2 * steps ? 60_000 : 0;
    }

    private static String failed(String sequenceNumber) {
        return "{\"batchItemFailures\":[{\"itemIdentifier\":\"" + sequenceNumber + "\"}]}";
    }
}
