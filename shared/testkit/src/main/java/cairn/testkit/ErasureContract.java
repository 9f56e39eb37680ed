package cairn.testkit;

import static cairn.testkit.LedgerUnderTest.somebody;
import static cairn.testkit.SampleRows.NOW;
import static cairn.testkit.SampleRows.START;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Change;
import cairn.checkins.CheckIn;
import cairn.checkins.CheckInState;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.checkins.Tombstone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is held of one life can be read in pages and forgotten, and no other life is touched by that.
public interface ErasureContract extends LedgerUnderTest {

    @Test
    default void allOfALifeIsHeldByProgramRunAndDate() {
        MemberId id = somebody();
        List<CheckIn> inOrder = new ArrayList<>();
        for (String program : List.of("hair", "hair-and-nails", "skin")) {
            for (int run : List.of(1, 2, 10)) {
                inOrder.add(row(1, program, run, 0));
                inOrder.add(row(1, program, run, 1));
            }
        }
        storeAll(id, inOrder.reversed());
        storeAlso(id, inOrder.size(), List.of(row(2, "skin", 1, 0), row(11, "skin", 1, 0)));

        for (int limit : List.of(1, 4, 17, 18, 100)) {
            assertThat(held(id, 1, limit)).as("in pages of %s", limit).isEqualTo(inOrder);
        }
        assertThat(held(id, 2, 100)).containsExactly(row(2, "skin", 1, 0));
        assertThat(ledger().held(id, 3, null, 10)).isEqualTo(new Ledger.Page(List.of(), false));
    }

    @Test
    default void afterAPlaceInAnotherLifeNothingIsHeld() {
        MemberId id = somebody();
        storeAll(id, List.of(row(1, "skin", 1, 0), row(2, "skin", 1, 0)));

        assertThat(ledger().held(id, 2, row(1, "skin", 1, 0).position(), 10))
                .isEqualTo(new Ledger.Page(List.of(), false));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 9, 10, 12, 98, 99, 100})
    default void aLifeAndThoseBeforeItAreForgottenAndNothingElseIs(int over) {
        MemberId id = somebody();
        MemberId other = somebody();
        List<CheckIn> rows = Stream.of(1, 2, 8, 9, 10, 11, 12, 13, 19, 20, 90, 98, 99, 100, 101, 110)
                .map(life -> row(life, "skin", 1, 0))
                .toList();
        storeAll(id, rows);
        storeAll(other, List.of(row(1, "skin", 1, 0)));

        forgetAll(id, over);

        for (CheckIn row : rows) {
            Optional<CheckIn> kept = row.life() <= over ? Optional.empty() : Optional.of(row);
            assertThat(ledger().checkIn(id, row.id())).as("life %s", row.life()).isEqualTo(kept);
        }
        assertThat(stored(id).version()).isEqualTo(rows.size());
        assertThat(held(other, 1, 100)).containsExactly(row(1, "skin", 1, 0));
    }

    @Test
    default void moreRowsThanAStepDeletesAreForgottenInSeveral() {
        MemberId id = somebody();
        storeAll(
                id,
                IntStream.range(0, 130)
                        .mapToObj(week -> row(1, "skin", 1, week))
                        .toList());
        storeAlso(id, 130, List.of(row(2, "skin", 1, 0)));

        forgetAll(id, 1);

        assertThat(held(id, 1, 100)).isEmpty();
        assertThat(held(id, 2, 100)).containsExactly(row(2, "skin", 1, 0));
    }

    @Test
    default void forgettingWhatIsNotThereIsHarmless() {
        MemberId id = somebody();
        assertThat(ledger().forget(id, 1)).isTrue();

        storeAll(id, List.of(row(1, "skin", 1, 0)));
        assertThat(ledger().forget(id, 1)).isTrue();
        assertThat(ledger().forget(id, 1)).isTrue();
    }

    @Test
    default void everyWriteForALifeThatIsOverIsToldOfTheTombstone() {
        MemberId id = somebody();
        CheckIn first = row(1, "skin", 1, 0);
        store(SampleRows.member(id, 1), first);
        Tombstone tombstone = new Tombstone(id, 2, 1, NOW);
        store(tombstone);

        CheckIn second = row(1, "skin", 1, 1);
        for (Change.@Nullable CheckInWrite write :
                new Change.@Nullable CheckInWrite[] {null, new Change.Open(second), new Change.Replace(first)}) {
            assertThat(ledger().commit(new Change(SampleRows.member(id, 2), write)))
                    .isEqualTo(new Ledger.MemberChanged(tombstone));
        }
        assertThat(ledger().standing(id)).isEqualTo(tombstone);
        assertThat(ledger().member(id)).isEmpty();
        assertThat(ledger().checkIn(id, second.id())).isEmpty();
    }

    @Test
    default void theNextLifeGoesOnFromTheTombstonesVersion() {
        MemberId id = somebody();
        store(new Tombstone(id, 1, 1, NOW));

        assertThat(ledger().commit(new Change(SampleRows.member(id, 1), null)))
                .isEqualTo(new Ledger.MemberChanged(new Tombstone(id, 1, 1, NOW)));
        store(SampleRows.member(id, 2));

        assertThat(ledger().standing(id)).isEqualTo(SampleRows.member(id, 2));
    }

    private void forgetAll(MemberId id, int life) {
        int steps = 1;
        while (!ledger().forget(id, life)) {
            steps++;
            assertThat(steps).as("steps").isLessThan(10);
        }
    }

    private static CheckIn row(int life, String program, int run, int week) {
        return new CheckIn(
                life,
                program,
                run,
                SampleRows.opened(SampleRows.weekly(START.plusWeeks(week)), CheckInState.OPEN, NOW),
                null);
    }

    private void storeAll(MemberId id, List<CheckIn> rows) {
        storeAlso(id, 0, rows);
    }

    private void storeAlso(MemberId id, int writes, List<CheckIn> rows) {
        for (int i = 0; i < rows.size(); i++) {
            store(SampleRows.bare(id, writes + i + 1L), rows.get(i));
        }
    }

    private List<CheckIn> held(MemberId id, int life, int limit) {
        List<CheckIn> all = new ArrayList<>();
        Ledger.@Nullable Position after = null;
        boolean more = true;
        while (more) {
            Ledger.Page page = ledger().held(id, life, after, limit);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page.items());
            more = page.more();
            after = page.items().isEmpty() ? after : page.items().getLast().position();
        }
        return all;
    }
}
