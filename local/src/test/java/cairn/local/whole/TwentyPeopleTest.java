package cairn.local.whole;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.MemberId;
import cairn.checkins.Programs;
import cairn.lambda.ProgramFiles;
import cairn.testkit.InMemoryLedger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Four hundred days in the lives of twenty people, lived twice: through HTTP, events and ticks on the whole
/// deployment, and through the rules alone on a ledger in memory, which the audit in the test kit has the
/// books of. Whatever they are shown and whatever is stored in the end is the same.
class TwentyPeopleTest {
    private static final int PEOPLE = 20;
    private static final Instant BEGIN = Instant.parse("2027-01-10T00:03:00Z");
    private static final Instant END = BEGIN.plus(Duration.ofDays(400));

    private static Running cairn;

    @BeforeAll
    static void start() {
        cairn = new Running();
    }

    @AfterAll
    static void stop() {
        cairn.close();
    }

    @Test
    void whatTwentyPeopleLiveThroughHttpIsWhatTheRulesSay() {
        long seed = Long.getLong("twenty.seed", 7);
        Random random = new Random(seed);
        Programs programs = ProgramFiles.load(Path.of("../programs"), "free");
        InMemoryLedger ledger = new InMemoryLedger();
        List<TwicePerson> people = IntStream.range(0, PEOPLE)
                .mapToObj(i -> new TwicePerson(cairn, ledger, programs, new MemberId("twice-" + i), random))
                .toList();
        try {
            for (Instant now = BEGIN; now.isBefore(END); now = now.plus(step(random))) {
                cairn.travelTo(now);
                cairn.tick();
                for (TwicePerson person : people) {
                    person.tick(now);
                    person.perhapsActs(now);
                }
            }
            people.forEach(person -> person.expectTheSameIsHeld(END));
        } catch (AssertionError | RuntimeException fault) {
            throw new AssertionError("with -Dtwenty.seed=" + seed, fault);
        }
        assertThat(people.stream().mapToInt(TwicePerson::shown).sum())
                .as("cards shown")
                .isGreaterThan(100);
        assertThat(cairn.deadLetters()).isEmpty();
        expectTheStreamToHaveKeptUp();
    }

    private static void expectTheStreamToHaveKeptUp() {
        String last = "comes-last";
        cairn.send("DELETE", "/v1/me", cairn.token(last), null);

        assertThat(cairn.eventsAbout(last, 1)).anyMatch(event -> event.startsWith("MemberErased"));
    }

    /// Quarters of an hour, so that three minutes past one are never near the beginning of a day or an hour of
    /// announcing anywhere, however long a step takes over HTTP.
    private static Duration step(Random random) {
        return Duration.ofMinutes(15L * (1 + random.nextInt(2 * 4 * 24 * 5)));
    }
}
