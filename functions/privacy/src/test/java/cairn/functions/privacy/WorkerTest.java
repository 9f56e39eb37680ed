package cairn.functions.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.checkins.CheckIn;
import cairn.checkins.ForwardingLedger;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.checkins.StoreUnavailable;
import cairn.checkins.Tombstone;
import cairn.testkit.InMemoryLedger;
import cairn.testkit.SamplePrograms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The rows of a life that is over are deleted, again and again until none is left (semantics 12).
class WorkerTest {
    private static final MemberId OTHER = new MemberId("other");
    private static final Instant ERASED_AT = Instant.parse(Emil.NOW);

    /// Has no time to delete everything in one go.
    private static class Slow extends ForwardingLedger {
        final List<String> asked = new ArrayList<>();
        private int notDone;

        Slow(Ledger ledger, int notDone) {
            super(ledger);
            this.notDone = notDone;
        }

        @Override
        public boolean forget(MemberId id, int life) {
            asked.add(id.subject() + " " + life);
            if (notDone > 0) {
                notDone--;
                return false;
            }
            return super.forget(id, life);
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
        Slow slow = new Slow(new InMemoryLedger(), 2);
        Emil emil = new Emil(slow);
        String[] tombstones = {
            Batch.image(new Tombstone(new MemberId("one"), 5, 1, ERASED_AT)),
            Batch.image(new Tombstone(new MemberId("two"), 5, 2, ERASED_AT))
        };

        assertThat(emil.stream(tombstones)).isEqualTo(failed("sequence-0"));
        assertThat(slow.asked).containsExactly("one 1");
        assertThat(emil.log.getLast()).contains("\"level\":\"WARN\"", "\"again\":true");
        assertThat(emil.stream(tombstones)).isEqualTo(failed("sequence-0"));
        slow.asked.clear();
        assertThat(emil.stream(tombstones)).isEqualTo(Batch.DONE);
        assertThat(slow.asked).containsExactly("one 1", "two 1", "two 2");
    }

    @Test
    void theFirstThatIsNotDoneIsNamedNotTheFirstOfTheBatch() {
        Slow slow = new Slow(new InMemoryLedger(), 0) {
            @Override
            public boolean forget(MemberId id, int life) {
                return super.forget(id, life) && !(id.subject().equals("two") && life == 2);
            }
        };
        Emil emil = new Emil(slow);
        assertThat(emil.stream(
                        Batch.image(new Tombstone(new MemberId("one"), 5, 1, ERASED_AT)),
                        Batch.image(new Tombstone(new MemberId("two"), 5, 2, ERASED_AT)),
                        Batch.image(new Tombstone(new MemberId("three"), 5, 1, ERASED_AT))))
                .isEqualTo(failed("sequence-1"));
        assertThat(slow.asked).containsExactly("one 1", "two 1", "two 2");
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
        assertThatThrownBy(() -> emil.stream(tombstone)).isInstanceOf(StoreUnavailable.class);
        assertThat(emil.log.getLast()).contains("\"level\":\"ERROR\"").doesNotContain(Emil.ID.subject());
    }

    private static String failed(String sequenceNumber) {
        return "{\"batchItemFailures\":[{\"itemIdentifier\":\"" + sequenceNumber + "\"}]}";
    }
}
