package cairn.functions.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.CheckIn;
import cairn.checkins.DueAnswer;
import cairn.checkins.Member;
import cairn.testkit.SamplePrograms;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Events come late, again and in any order; what they come to is always the same.
class DeliveryTest {
    private static final Instant FIRST = Instant.parse("2026-03-20T09:00:00Z");
    private static final List<String> PLANS = List.of("free", "pro", "paused");
    private static final List<String> ZONES =
            List.of("Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu");
    private static final Instant END = Instant.parse("2027-03-20T09:00:00Z");

    /// One change of plan as billing made it.
    private record Told(String plan, Instant changedAt, String event) {}

    @Test
    void eachEventDeliveredOnceOr847TimesHasOneEffect() {
        Dora dora = new Dora();
        List<String> events = List.of(
                Dora.journeyStarted(
                        "2026-03-01T09:00:00Z",
                        "\"program\":\"skin\",\"startedOn\":\"2026-03-01\",\"timeZone\":\"Europe/Berlin\""),
                Dora.planChanged("2026-03-10T09:00:00Z", "pro", "2026-03-10T09:00:00Z", null),
                Dora.planChanged("2026-03-11T09:00:00Z", "free", "2026-03-11T09:00:00Z", "2026-04-01T00:00:00Z"));
        for (String event : events) {
            assertThat(dora.receives(event)).isEqualTo("applied");
            Member after = dora.stored();
            for (int delivery = 2; delivery <= 847; delivery++) {
                assertThat(dora.receives(event)).isEqualTo("ignored");
                assertThat(dora.stored()).as("after delivery %s", delivery).isEqualTo(after);
            }
        }
        assertThat(dora.stored().version()).isEqualTo(3);
    }

    @ParameterizedTest(name = "of {0} events")
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void inEveryOrderAndHoweverOftenTheSamePlanIsInForceAtTheEndAndNoCardIsTouched(int count) {
        Random random = new Random(20_261_122L + count);
        for (List<Integer> order :
                permutations(IntStream.range(0, count).boxed().toList())) {
            for (int[] times : multiplicities(count, random)) {
                long seed = random.nextLong();
                run(order, times, seed);
            }
        }
    }

    private static void run(List<Integer> order, int[] times, long seed) {
        Random random = new Random(seed);
        List<Told> told = events(order.size(), random);
        Dora dora = new Dora();
        String zone = ZONES.get(random.nextInt(ZONES.size()));
        for (String program : List.of(SamplePrograms.SKIN, SamplePrograms.HAIR)) {
            dora.at("2026-03-01T09:00:00Z")
                    .start(Dora.ID, program, LocalDate.of(2026, 3, 1).minusDays(random.nextInt(60)), ZoneId.of(zone));
        }
        Map<String, DueAnswer.Due> shown = new HashMap<>();
        Instant now = FIRST.plus(Duration.ofDays(2));
        for (String event : deliveries(told, order, times, random)) {
            now = now.plus(Duration.ofHours(random.nextInt(24 * 9)));
            if (random.nextBoolean()) {
                visit(dora, now, shown);
            }
            dora.receives(event);
        }
        visit(dora, now.plus(Duration.ofDays(1)), shown);
        visit(dora, END, shown);

        String what = "order " + order + ", times " + Arrays.toString(times) + ", seed " + seed;
        Told newest = told.stream()
                .max((one, other) -> one.changedAt().compareTo(other.changedAt()))
                .orElseThrow();
        assertThat(dora.stored().planFrom(dora.stored().todayAt(END))).as(what).isEqualTo(newest.plan());
        assertThat(dora.stored().newestPlanChange()).extracting("changedAt").isEqualTo(newest.changedAt());
        List<CheckIn> rows = dora.ledger.held(Dora.ID, 1, null, 100).items();
        assertThat(rows)
                .extracting(row -> row.id().text())
                .as(what)
                .containsExactlyInAnyOrderElementsOf(shown.keySet());
        for (CheckIn row : rows) {
            DueAnswer.Due first = Objects.requireNonNull(shown.get(row.id().text()));
            assertThat(row.opened().slot().date()).as(what).isEqualTo(first.dueOn());
            assertThat(row.opened().openedAt()).as(what).isEqualTo(first.openedAt());
        }
    }

    private static void visit(Dora dora, Instant now, Map<String, DueAnswer.Due> shown) {
        for (DueAnswer.Due card : dora.visits(now)) {
            DueAnswer.Due before = shown.putIfAbsent(card.id(), card);
            if (before != null) {
                assertThat(card.dueOn()).isEqualTo(before.dueOn());
                assertThat(card.slot()).isEqualTo(before.slot());
                assertThat(card.openedAt()).isEqualTo(before.openedAt());
            }
        }
    }

    /// Changes within a day and a half of each other; some of them hold weeks later.
    private static List<Told> events(int count, Random random) {
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String plan = PLANS.get(random.nextInt(PLANS.size()));
            Instant changedAt = FIRST.plus(Duration.ofHours(7L * i + random.nextInt(7)));
            String effectiveAt = random.nextInt(3) > 0
                    ? null
                    : changedAt.plus(Duration.ofHours(random.nextInt(24 * 60))).toString();
            String time = changedAt.plusSeconds(random.nextInt(7200)).toString();
            told.add(new Told(plan, changedAt, Dora.planChanged(time, plan, changedAt.toString(), effectiveAt)));
        }
        return told;
    }

    /// The first delivery of each in the given order, the others anywhere after their first.
    private static List<String> deliveries(List<Told> told, List<Integer> order, int[] times, Random random) {
        List<String> deliveries = new ArrayList<>();
        for (int event : order) {
            deliveries.add(told.get(event).event());
        }
        for (int event : order) {
            String again = told.get(event).event();
            for (int repeat = 1; repeat < times[event]; repeat++) {
                int first = deliveries.indexOf(again) + 1;
                deliveries.add(first + random.nextInt(deliveries.size() - first + 1), again);
            }
        }
        return deliveries;
    }

    /// All of 1 to 3 times each; of five events three samples an order, for 243 would be many.
    private static List<int[]> multiplicities(int count, Random random) {
        if (count > 4) {
            return Stream.generate(() -> random.ints(count, 1, 4).toArray())
                    .limit(3)
                    .toList();
        }
        return IntStream.range(0, (int) Math.pow(3, count))
                .mapToObj(number -> IntStream.range(0, count)
                        .map(event -> number / (int) Math.pow(3, event) % 3 + 1)
                        .toArray())
                .toList();
    }

    private static List<List<Integer>> permutations(List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return List.of(Collections.emptyList());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (Integer head : numbers) {
            List<Integer> rest = new ArrayList<>(numbers);
            rest.remove((Object) head);
            for (List<Integer> tail : permutations(rest)) {
                all.add(Stream.concat(Stream.of(head), tail.stream()).toList());
            }
        }
        return all;
    }
}
