package cairn.testkit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Asked;
import cairn.checkins.MemberId;
import cairn.testkit.InMemoryLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// 400 days of many people's lives, audited by books of its own. A few people in every build; 2,000 with
/// `-Daudit=full`; one run again with `-Daudit.seed=…`.
class AuditTest {
    private static final LocalDate HORIZON = LocalDate.of(2028, 1, 31);

    private record Turn(Instant at, Person person) {}

    @Test
    void fourHundredDaysLeaveNothingOpenedTwiceNothingLostAndNobodyForgotten() {
        int people = System.getProperty("audit", "").equals("full") ? 2000 : 100;
        long seed = Long.getLong("audit.seed", 3);
        Tally tally = new Tally();
        try {
            run(people, new Random(seed), tally);
        } catch (AssertionError | RuntimeException fault) {
            throw new AssertionError("with -Daudit.seed=" + seed + " after " + tally.counts, fault);
        }
        System.out.println("audit: " + people + " people, seed " + seed + ": " + tally.counts);
    }

    private static void run(int count, Random random, Tally tally) {
        InMemoryLedger ledger = new InMemoryLedger();
        Travel travel = new Travel(ledger, random, tally);
        List<Person> people = new ArrayList<>();
        PriorityQueue<Turn> turns = new PriorityQueue<>(Comparator.comparing(Turn::at));
        for (int i = 0; i < count; i++) {
            Person person = new Person(new MemberId("audited-" + i), HORIZON);
            people.add(person);
            turns.add(new Turn(Travel.BEGIN.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 30))), person));
        }
        Sweeps sweeps = new Sweeps(travel, people);
        Instant tick = Travel.BEGIN;
        while (tick.isBefore(Travel.END)) {
            while (!turns.isEmpty() && turns.peek().at().isBefore(tick)) {
                Turn turn = turns.remove();
                travel.act(turn.person(), turn.at());
                turns.add(new Turn(turn.at().plus(gap(random)), turn.person()));
            }
            sweeps.tick(tick);
            tally.count("ticks");
            boolean outage = random.nextInt(400) == 0;
            tick = tick.plus(
                    outage ? Duration.ofHours(random.nextInt(80)) : Duration.ofMinutes(15 + random.nextInt(46)));
        }
        settle(people, travel, sweeps, tally);
    }

    /// From a minute to a season.
    private static Duration gap(Random random) {
        int dice = random.nextInt(100);
        int hours = dice < 30 ? 3 : dice < 80 ? 4 * 24 : dice < 98 ? 20 * 24 : 120 * 24;
        return Duration.ofMillis(1 + random.nextLong(hours * 3_600_000L));
    }

    private static void settle(List<Person> people, Travel travel, Sweeps sweeps, Tally tally) {
        Instant end = Travel.END.plus(Duration.ofDays(2));
        sweeps.tick(end);
        for (Person person : people) {
            if (person.erasedAt != null) {
                Books.forget(person, travel.ledger);
            }
            int rows = person.isErased() ? 0 : Books.expectRows(person, travel.ledger);
            for (int row = 0; row < rows; row++) {
                tally.count("check-ins left");
            }
            if (person.life != null && !person.isErased()) {
                Books.expectTimelines(person, travel.at(end), end);
                person.life.openAll(end, false);
                Books.expectDue(person, (Asked) travel.at(end).due(person.id), end);
                Books.expectRows(person, travel.ledger);
            }
        }
        assertThat(people).isNotEmpty();
    }
}
