package cairn.testkit;

import static cairn.testkit.LedgerUnderTest.somebody;
import static cairn.testkit.SampleRows.START;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.CheckIn;
import cairn.checkins.CheckInId;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.timeline.Slot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A person's check-ins come in order and in pages, each exactly once.
public interface HistoryContract extends LedgerUnderTest {

    @Test
    default void theNewestRunComesFirstAndInItTheNewestDate() {
        MemberId id = somebody();
        List<CheckIn> oldestFirst = IntStream.rangeClosed(1, 12)
                .boxed()
                .flatMap(run -> IntStream.range(0, 2)
                        .mapToObj(week -> SampleRows.open(
                                "skin",
                                run,
                                SampleRows.weekly(START.plusWeeks(week).minusMonths(run)))))
                .toList();
        storeAll(id, oldestFirst);

        assertThat(ledger().newestFirst(id, 1, "skin", null, 100))
                .isEqualTo(new Ledger.Page(oldestFirst.reversed(), false));
    }

    @Test
    default void pagesJoinToTheWholeAndOnlyTheLastHasNoMore() {
        MemberId id = somebody();
        List<CheckIn> oldestFirst = weeks("skin", 1, 7);
        storeAll(id, oldestFirst);

        for (int limit : List.of(1, 2, 3, 6, 7, 8)) {
            List<CheckIn> read = new ArrayList<>();
            Ledger.@Nullable Position after = null;
            boolean more = true;
            while (more) {
                Ledger.Page page = ledger().newestFirst(id, 1, "skin", after, limit);
                assertThat(page.items()).hasSizeBetween(1, limit);
                read.addAll(page.items());
                assertThat(read).as("no page comes twice").hasSizeLessThanOrEqualTo(oldestFirst.size());
                after = positionOf(page.items().getLast());
                more = page.more();
            }
            assertThat(read).as("in pages of %s", limit).isEqualTo(oldestFirst.reversed());
        }
    }

    @Test
    default void checkInsOfOneDateAreEachGivenOnce() {
        MemberId id = somebody();
        List<CheckIn> sameDay = IntStream.range(0, 4)
                .mapToObj(days -> SampleRows.open("skin", 1, SampleRows.milestone(days, START)))
                .toList();
        storeAll(id, sameDay);

        List<CheckIn> read = new ArrayList<>();
        for (Ledger.@Nullable Position after = null; read.size() < sameDay.size(); ) {
            CheckIn next = ledger().newestFirst(id, 1, "skin", after, 1).items().getFirst();
            read.add(next);
            after = positionOf(next);
        }
        assertThat(new HashSet<>(read)).isEqualTo(new HashSet<>(sameDay));
    }

    @Test
    default void afterAPlaceInAnotherProgramOrLifeNothingComes() {
        MemberId id = somebody();
        CheckIn mine = SampleRows.open("skin", 1, SampleRows.weekly(START));
        CheckIn elsewhere = SampleRows.open("hair", 1, SampleRows.weekly(START));
        storeAll(id, List.of(mine, elsewhere));

        assertThat(ledger().newestFirst(id, 1, "skin", positionOf(elsewhere), 10)
                        .items())
                .isEmpty();
        assertThat(ledger().newestFirst(id, 2, "skin", positionOf(mine), 10).items())
                .isEmpty();
    }

    @Test
    default void otherProgramsAndOtherLivesAreLeftOut() {
        MemberId id = somebody();
        CheckIn mine = SampleRows.open("skin", 1, SampleRows.weekly(START));
        CheckIn ofNextLife = new CheckIn(11, "skin", 1, mine.opened(), null);
        storeAll(id, List.of(mine, SampleRows.open("skin-b", 1, SampleRows.weekly(START)), ofNextLife));

        assertThat(ledger().newestFirst(id, 1, "skin", null, 100).items()).containsExactly(mine);
        assertThat(ledger().newestFirst(id, 11, "skin", null, 100).items()).containsExactly(ofNextLife);
        assertThat(ledger().dated(id, 1, "skin", 1, START, START).items()).containsExactly(mine);
    }

    @Test
    default void bothEndsOfAStretchBelongToIt() {
        MemberId id = somebody();
        List<CheckIn> weeks = weeks("skin", 2, 4);
        storeAll(id, weeks);
        storeAll(id, 5, weeks("skin", 20, 1));

        assertThat(ledger().dated(id, 1, "skin", 2, START.plusWeeks(1), START.plusWeeks(2)))
                .isEqualTo(new Ledger.Page(weeks.subList(1, 3), false));
        assertThat(ledger().dated(id, 1, "skin", 2, START.plusDays(1), START.plusDays(6))
                        .items())
                .isEmpty();
        assertThat(ledger().dated(id, 1, "skin", 2, START, START).items()).containsExactly(weeks.getFirst());
        assertThat(ledger().dated(id, 1, "skin", 2, START.plusDays(1), START).items())
                .isEmpty();
    }

    @Test
    default void aStretchGivesItsFirstHundredAndSaysThatThereAreMore() {
        MemberId id = somebody();
        List<CheckIn> all = IntStream.range(0, 101)
                .mapToObj(days -> SampleRows.open("skin", 1, SampleRows.milestone(days, START.plusDays(days))))
                .toList();
        storeAll(id, all);
        LocalDate hundredth = START.plusDays(99);

        assertThat(ledger().dated(id, 1, "skin", 1, START, START.plusYears(1)))
                .isEqualTo(new Ledger.Page(all.subList(0, 100), true));
        assertThat(ledger().dated(id, 1, "skin", 1, START, hundredth))
                .isEqualTo(new Ledger.Page(all.subList(0, 100), false));
        assertThat(ledger().newestFirst(id, 1, "skin", null, 100).more()).isTrue();
    }

    private static List<CheckIn> weeks(String program, int run, int count) {
        return IntStream.range(0, count)
                .mapToObj(week -> {
                    Slot slot = SampleRows.weekly(START.plusWeeks(week));
                    return SampleRows.open(program, run, slot);
                })
                .toList();
    }

    private static Ledger.Position positionOf(CheckIn row) {
        CheckInId id = row.id();
        return new Ledger.Position(id, row.opened().slot().date());
    }

    private void storeAll(MemberId id, List<CheckIn> rows) {
        storeAll(id, 1, rows);
    }

    private void storeAll(MemberId id, long firstVersion, List<CheckIn> rows) {
        for (int i = 0; i < rows.size(); i++) {
            store(SampleRows.member(id, firstVersion + i), rows.get(i));
        }
    }
}
