package cairn.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A random program, start and plan history; the same for the same seed.
///
/// @param milestones days after the start
/// @param beats      of plan `p0`; of `p1`, the same length under another name; of `p2`; `p3` has none
/// @param window     in days; null for none
/// @param changes    in order, the last within three years of the start
record Scenario(
        List<Integer> milestones,
        List<@Nullable Beat> beats,
        @Nullable Integer window,
        LocalDate startedOn,
        String firstPlan,
        List<PlanHistory.Change> changes) {

    /// A cadence as a plain number of days or of months, whichever is not 0.
    record Beat(String name, String period, int days, int months) {

        /// The same length under another name, in other words where it has any.
        Beat twin() {
            return new Beat(name + "-too", days > 0 ? "P" + days + "D" : "P" + months + "M", days, months);
        }
    }

    private static final List<Beat> BEATS = List.of(
            new Beat("daily", "P1D", 1, 0),
            new Beat("every-3-days", "P3D", 3, 0),
            new Beat("weekly", "P1W", 7, 0),
            new Beat("fortnightly", "P2W", 14, 0),
            new Beat("thirty", "P30D", 30, 0),
            new Beat("monthly", "P1M", 0, 1),
            new Beat("two-monthly", "P2M", 0, 2),
            new Beat("five-monthly", "P5M", 0, 5),
            new Beat("yearly", "P1Y", 0, 12));

    /// Of the last milestone: mostly days that months do not agree on, and once the last year but one.
    private static final List<LocalDate> ANCHORS = List.of(
            LocalDate.of(2023, 12, 31),
            LocalDate.of(2024, 1, 29),
            LocalDate.of(2024, 1, 30),
            LocalDate.of(2024, 1, 31),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2025, 1, 31),
            LocalDate.of(2025, 8, 31),
            LocalDate.of(2026, 2, 8),
            LocalDate.of(2099, 11, 30),
            LocalDate.of(2198, 10, 31));

    static Scenario of(int seed) {
        Random random = new Random(seed);
        List<Integer> milestones = random.ints(random.nextInt(5), 0, 61)
                .sorted()
                .distinct()
                .boxed()
                .toList();
        LocalDate startedOn = pick(random, ANCHORS).minusDays(milestones.isEmpty() ? 0 : milestones.getLast());
        Beat beat = pick(random, BEATS);
        List<@Nullable Beat> beats = new ArrayList<>(List.of(beat, beat.twin(), pick(random, BEATS)));
        beats.add(null);
        List<PlanHistory.Change> changes = new ArrayList<>();
        LocalDate since = startedOn.minusDays(20);
        LocalDate last = Days.earlier(startedOn.plusDays(1_000), Days.LAST);
        for (int i = random.nextInt(12); i > 0; i--) {
            since = Days.earlier(since.plusDays(gap(random)), last);
            changes.add(new PlanHistory.Change("p" + random.nextInt(beats.size()), since));
        }
        return new Scenario(
                milestones,
                beats,
                random.nextInt(3) == 0 ? null : 1 + random.nextInt(40),
                startedOn,
                "p" + random.nextInt(beats.size()),
                changes);
    }

    Program program() {
        return TestPrograms.program(
                join(milestones.stream().map(String::valueOf).toList()),
                join(beats.stream()
                        .filter(Objects::nonNull)
                        .map(beat -> beat.name() + "=" + beat.period())
                        .distinct()
                        .toList()),
                IntStream.range(0, beats.size())
                        .mapToObj(plan -> "p" + plan + "=" + nameOf(beats.get(plan)))
                        .collect(Collectors.joining(" ")),
                window == null ? "none" : "P" + window + "D");
    }

    PlanHistory history() {
        return new PlanHistory(firstPlan, changes);
    }

    Timeline timeline() {
        return Timeline.of(program(), startedOn, history());
    }

    private static String nameOf(@Nullable Beat beat) {
        return beat == null ? "" : beat.name();
    }

    private static String join(List<String> words) {
        return String.join(" ", words);
    }

    /// None, a few days or months: changes on one day, on slots, between slots.
    private static int gap(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextInt(8);
            case 2 -> random.nextInt(60);
            default -> random.nextInt(200);
        };
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
