package cairn.testkit;

import static cairn.testkit.LedgerUnderTest.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Ledger.Nominee;
import cairn.checkins.Ledger.Nominees;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import cairn.checkins.Outlook;
import cairn.checkins.Tombstone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The due index nominates whoever has something to do, longest waiting first, and nobody else.
public interface DueContract extends LedgerUnderTest {
    Instant WHEN = Instant.parse("2026-03-24T08:00:00.010Z");

    @Test
    default void aMemberIsNominatedFromTheirMomentOn() {
        MemberId id = somebody();
        store(waiting(id, 1, WHEN));

        assertThat(nominees(id, WHEN.minusMillis(1))).isEmpty();
        assertThat(nominees(id, WHEN)).containsExactly(new Nominee(id, WHEN));
        assertThat(nominees(id, WHEN.plusSeconds(400L * 86_400))).containsExactly(new Nominee(id, WHEN));
    }

    @Test
    default void aMemberIsNominatedInTheirShardAlone() {
        MemberId id = somebody();
        store(waiting(id, 1, WHEN));

        for (int shard = 0; shard < MemberId.SHARDS; shard++) {
            assertThat(nominees(shard, WHEN, Set.of(id))).as("shard %s", shard).hasSize(shard == id.shard() ? 1 : 0);
        }
    }

    @Test
    default void whoHasWaitedLongestComesFirst() {
        List<MemberId> ids = inOneShard(5);
        List<Integer> minutes = List.of(3, 1, 4, 0, 2);
        for (int i = 0; i < 5; i++) {
            store(waiting(ids.get(i), 1, WHEN.plusSeconds(60L * minutes.get(i))));
        }

        assertThat(nominees(ids.getFirst().shard(), WHEN.plusSeconds(180), ids))
                .extracting(Nominee::id)
                .containsExactly(ids.get(3), ids.get(1), ids.get(4), ids.get(0));
    }

    @Test
    default void moreThanAPageIsGivenOnceEachAndInOrder() {
        List<MemberId> ids = inOneShard(230);
        List<Nominee> expected = IntStream.range(0, ids.size())
                .mapToObj(i -> new Nominee(ids.get(i), WHEN.plusMillis(i / 3)))
                .toList();
        expected.forEach(nominee -> store(waiting(nominee.id(), 1, nominee.at())));

        List<Nominee> given = nominees(ids.getFirst().shard(), WHEN.plusSeconds(1), ids);

        assertThat(given).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(given).extracting(Nominee::at).isSorted();
    }

    @Test
    default void aWriteTakesThePlaceOfTheNominationBefore() {
        MemberId id = somebody();
        store(waiting(id, 1, WHEN));
        store(waiting(id, 2, WHEN.plusSeconds(60)));

        assertThat(nominees(id, WHEN.plusSeconds(59))).isEmpty();
        assertThat(nominees(id, WHEN.plusSeconds(60))).containsExactly(new Nominee(id, WHEN.plusSeconds(60)));
    }

    @Test
    default void whoHasNothingAheadIsNotNominated() {
        MemberId id = somebody();
        store(waiting(id, 1, WHEN));
        store(SampleRows.bare(id, 2));

        assertThat(nominees(id, WHEN.plusSeconds(400L * 86_400))).isEmpty();
    }

    @Test
    default void whoWasErasedIsNotNominated() {
        MemberId id = somebody();
        store(waiting(id, 1, WHEN));
        store(new Tombstone(id, 2, 1, WHEN));

        assertThat(nominees(id, WHEN.plusSeconds(400L * 86_400))).isEmpty();
    }

    static Member waiting(MemberId id, long version, @Nullable Instant at) {
        return SampleRows.bare(id, version).with(new Outlook(null, at));
    }

    /// Nominations of this member, whoever else is there.
    default List<Nominee> nominees(MemberId id, Instant until) {
        return nominees(id.shard(), until, Set.of(id));
    }

    private List<Nominee> nominees(int shard, Instant until, Collection<MemberId> of) {
        Set<MemberId> wanted = new HashSet<>(of);
        List<Nominee> all = new ArrayList<>();
        Nominee after = null;
        boolean more = true;
        while (more) {
            Nominees page = ledger().due(shard, until, after);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(100);
            all.addAll(page.items());
            more = page.more();
            after = page.items().isEmpty() ? after : page.items().getLast();
            assertThat(all).as("no nomination comes twice").doesNotHaveDuplicates();
        }
        return all.stream().filter(nominee -> wanted.contains(nominee.id())).toList();
    }

    private static List<MemberId> inOneShard(int count) {
        return Stream.generate(LedgerUnderTest::somebody)
                .filter(id -> id.shard() == 9)
                .limit(count)
                .toList();
    }
}
