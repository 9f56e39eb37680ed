package cairn.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The timeline, which counts, against a [Walk], which goes through the calendar day by day.
class TimelineAgainstAWalkTest {
    private static final int SCENARIOS = 150;

    static IntStream seeds() {
        return IntStream.range(0, SCENARIOS);
    }

    private record Answers(
            Optional<Walk.Mark> current,
            Optional<Walk.Mark> next,
            Optional<Walk.Mark> nextOpenable,
            List<Walk.Mark> between) {}

    @ParameterizedTest(name = "scenario {0}")
    @MethodSource("seeds")
    void everyDayHasTheSameAnswers(int seed) {
        Scenario scenario = Scenario.of(seed);
        Timeline timeline = scenario.timeline();
        Walk walk = walk(scenario);
        Random random = new Random(seed);
        for (LocalDate day : daysOf(scenario)) {
            OpenedSoFar opened = opened(random, day);
            LocalDate to = day.plusDays(random.nextInt(20) - 2);
            Answers answers = new Answers(
                    said(timeline.lastOnOrBefore(day)),
                    said(timeline.firstAfter(day)),
                    said(timeline.firstOpenableAfter(day, opened)),
                    said(timeline.between(day, to)));
            assertThat(answers)
                    .as("on %s, up to %s, after %s, in %s", day, to, opened, scenario)
                    .isEqualTo(new Answers(
                            walk.lastOnOrBefore(day),
                            walk.firstOpenableAfter(day, OpenedSoFar.NOTHING),
                            walk.firstOpenableAfter(day, opened),
                            walk.between(day, to)));
        }
    }

    @ParameterizedTest(name = "scenario {0}")
    @MethodSource("seeds")
    void everySlotClosesOnTheSameDay(int seed) {
        Scenario scenario = Scenario.of(seed);
        Timeline timeline = scenario.timeline();
        Walk walk = walk(scenario);
        Random random = new Random(seed);
        for (LocalDate day : daysOf(scenario)) {
            OpenedSoFar opened = opened(random, day);
            assertThat(timeline.closesOn(day, opened))
                    .as("a card of %s after %s in %s", day, opened, scenario)
                    .isEqualTo(walk.closesOn(day, opened));
        }
        for (Slot slot : timeline.between(Days.FIRST, daysOf(scenario).getLast())) {
            assertThat(timeline.closesOn(slot))
                    .as("%s in %s", slot, scenario)
                    .isEqualTo(walk.closesOn(slot.date(), OpenedSoFar.NOTHING));
        }
    }

    @ParameterizedTest(name = "scenario {0}")
    @MethodSource("seeds")
    void aKeyIsFoundIfAndOnlyIfTheWalkPassedIt(int seed) {
        Scenario scenario = Scenario.of(seed);
        Timeline timeline = scenario.timeline();
        List<LocalDate> days = daysOf(scenario);
        Stream<SlotKey> milestones = IntStream.range(0, 70).mapToObj(SlotKey.Milestone::new);
        Stream<SlotKey> recurring = days.stream()
                .flatMap(day -> scenario.beats().stream()
                        .filter(Objects::nonNull)
                        .map(beat -> new SlotKey.Recurring(beat.name(), day)));
        List<Slot> found = Stream.concat(milestones, recurring)
                .distinct()
                .flatMap(key -> timeline.find(key).stream())
                .toList();
        assertThat(said(found)).as("%s", scenario).isEqualTo(walk(scenario).between(days.getFirst(), days.getLast()));
    }

    @ParameterizedTest(name = "scenario {0}")
    @MethodSource("seeds")
    void datesIncreaseAndRecurringSlotsAreNeverCloserThanTheShorterPeriod(int seed) {
        Scenario scenario = Scenario.of(seed);
        Program program = scenario.program();
        List<Slot> slots = slots(scenario);
        for (int i = 1; i < slots.size(); i++) {
            Slot one = slots.get(i - 1);
            Slot next = slots.get(i);
            assertThat(next.date()).as("%s, %s in %s", one, next, scenario).isAfter(one.date());
            if (one.kind() == SlotKind.RECURRING) {
                assertThat(next.date())
                        .as("%s, %s in %s", one, next, scenario)
                        .isAfterOrEqualTo(Days.earlier(
                                one.date().plus(period(program, one)),
                                one.date().plus(period(program, next))));
            }
        }
    }

    @ParameterizedTest(name = "scenario {0}")
    @MethodSource("seeds")
    void aChangeToComeAltersNothingUpToAndIncludingItsDay(int seed) {
        Scenario scenario = Scenario.of(seed);
        List<Slot> all = slots(scenario);
        for (int i = 0; i < scenario.changes().size(); i++) {
            LocalDate since = scenario.changes().get(i).since();
            PlanHistory before =
                    new PlanHistory(scenario.firstPlan(), scenario.changes().subList(0, i));
            assertThat(Timeline.of(scenario.program(), scenario.startedOn(), before)
                            .between(Days.FIRST, since))
                    .as("up to %s in %s", since, scenario)
                    .isEqualTo(all.stream()
                            .filter(slot -> !slot.date().isAfter(since))
                            .toList());
        }
    }

    @ParameterizedTest(name = "scenario {0}")
    @MethodSource("seeds")
    void flipsWithinADayThatEndWhereTheyBeganChangeNothing(int seed) {
        Scenario scenario = Scenario.of(seed);
        Random random = new Random(seed);
        Program program = scenario.program();
        List<Slot> slots = slots(scenario);
        for (int i = 0; i < 20; i++) {
            LocalDate day = Days.earlier(scenario.startedOn().plusDays(random.nextInt(1_000) - 30), Days.LAST);
            List<PlanHistory.Change> changes = new ArrayList<>();
            scenario.changes().stream()
                    .filter(change -> !change.since().isAfter(day))
                    .forEach(changes::add);
            changes.add(new PlanHistory.Change("p" + random.nextInt(4), day));
            changes.add(new PlanHistory.Change(scenario.history().planOn(day.plusDays(1)), day));
            scenario.changes().stream()
                    .filter(change -> change.since().isAfter(day))
                    .forEach(changes::add);
            PlanHistory flipped = new PlanHistory(scenario.firstPlan(), changes);
            assertThat(Timeline.of(program, scenario.startedOn(), flipped)
                            .between(Days.FIRST, scenario.startedOn().plusYears(5)))
                    .as("flipping on %s in %s", day, scenario)
                    .isEqualTo(slots);
        }
    }

    /// Three years and a few days before; changes end there, so a walk of five years passes every next slot.
    private static List<LocalDate> daysOf(Scenario scenario) {
        LocalDate begin = scenario.startedOn();
        return begin.minusDays(5)
                .datesUntil(Days.earlier(begin.plusYears(3), Days.LAST.plusDays(1)))
                .toList();
    }

    private static Walk walk(Scenario scenario) {
        return new Walk(scenario, scenario.startedOn().plusYears(5));
    }

    private static List<Slot> slots(Scenario scenario) {
        return scenario.timeline().between(Days.FIRST, scenario.startedOn().plusYears(5));
    }

    private static OpenedSoFar opened(Random random, LocalDate day) {
        return new OpenedSoFar(
                random.nextInt(4) == 0 ? null : day.plusDays(random.nextInt(30) - 20),
                random.nextInt(3) == 0 ? null : random.nextInt(61));
    }

    private static Period period(Program program, Slot recurring) {
        String name = ((SlotKey.Recurring) recurring.key()).cadence();
        return program.plans().values().stream()
                .flatMap(Optional::stream)
                .filter(cadence -> cadence.name().equals(name))
                .findFirst()
                .orElseThrow()
                .period();
    }

    private static Optional<Walk.Mark> said(Optional<Slot> slot) {
        return slot.map(TimelineAgainstAWalkTest::said);
    }

    private static List<Walk.Mark> said(List<Slot> slots) {
        return slots.stream().map(TimelineAgainstAWalkTest::said).toList();
    }

    private static Walk.Mark said(Slot slot) {
        return switch (slot.key()) {
            case SlotKey.Milestone(int days) -> new Walk.Mark(slot.key().text(), slot.date(), days);
            case SlotKey.Recurring _ -> new Walk.Mark(slot.key().text(), slot.date(), null);
        };
    }
}
