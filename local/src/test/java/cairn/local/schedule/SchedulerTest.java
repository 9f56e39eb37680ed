package cairn.local.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.local.async.AsyncInvoker;
import cairn.local.clock.TravellingClock;
import cairn.local.deadletters.DeadLetters;
import cairn.local.functions.Invocations;
import cairn.local.functions.Outcome.Failed;
import cairn.local.functions.Outcome.Replied;
import cairn.local.functions.Outcome.Undelivered;
import cairn.local.life.DataFolder;
import cairn.local.template.Schedule;
import cairn.local.template.Target;
import cairn.testkit.Patience;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchedulerTest {
    private static final Instant THEN = Instant.parse("2031-05-06T07:08:09.500Z");

    private final DataFolder data = DataFolder.temporary();
    private final DeadLetters deadLetters = new DeadLetters(data);
    private final TravellingClock clock = new TravellingClock(InstantSource.fixed(Instant.EPOCH));

    @AfterEach
    void close() {
        data.close();
    }

    @Test
    void aTickCarriesTheTravellingClocksTime() throws Exception {
        clock.travelTo(THEN);
        try (var scheduler = scheduler((name, event) -> new Replied(event), minute(true))) {
            Tick tick = scheduler.tick("Shards0").orElseThrow();

            assertThat(tick.json())
                    .hasToString("{\"status\":\"succeeded\",\"schedule\":\"Shards0\","
                            + "\"scheduledTime\":\"2031-05-06T07:08:09Z\","
                            + "\"reply\":{\"from\":0,\"at\":\"2031-05-06T07:08:09Z\"}}");
        }
    }

    @Test
    void aTickThatFailsSaysWhy() throws Exception {
        try (var scheduler = scheduler((name, event) -> new Failed("ran out", Optional.empty()), minute(true))) {
            assertThat(scheduler.tick("Shards0").orElseThrow().json().toString())
                    .contains("\"status\":\"failed\"", "\"reason\":\"ran out\"");
        }
        assertThat(deadLetters.items()).isEmpty();
    }

    @Test
    void aTickThatNeverReachesItsFunctionIsADeadLetter() throws Exception {
        try (var scheduler = scheduler((name, event) -> new Undelivered("being built"), minute(true))) {
            assertThat(scheduler.tick("Shards0").orElseThrow().succeeded()).isFalse();
        }
        assertThat(deadLetters.items()).hasSize(1);
        assertThat(deadLetters.items().getFirst().at("/attributes/SCHEDULE_ARN").asText())
                .isEqualTo("arn:schedule");
        assertThat(deadLetters.items().getFirst().at("/body/from").isNumber()).isTrue();
    }

    @Test
    void anUnknownScheduleDoesNotTick() throws Exception {
        try (var scheduler = scheduler((name, event) -> new Replied("{}"), minute(true))) {
            assertThat(scheduler.tick("Shards9")).isEmpty();
            assertThat(scheduler.names()).containsExactly("Shards0");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T05:00:00Z,     PT1M,  2026-11-22T05:01:00Z",
        "2026-11-22T05:00:59.999Z, PT1M,  2026-11-22T05:01:00Z",
        "2026-11-22T05:01:00Z,     PT5M,  2026-11-22T05:05:00Z",
        "2026-11-22T05:01:00Z,     PT24H, 2026-11-23T00:00:00Z"
    })
    void theNextTickIsTheSameWheneverItIsAskedFor(Instant after, Duration rate, Instant next) {
        assertThat(Scheduler.next(after, rate)).isEqualTo(next);
    }

    @Test
    void itTicksByItselfAndLetsATickPassWhileTheOneBeforeStillRuns() throws Exception {
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        var ticks = new CountDownLatch(3);
        Invocations slow = (name, event) -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            Thread.sleep(Duration.ofMillis(25));
            running.decrementAndGet();
            ticks.countDown();
            return new Replied("{}");
        };
        try (var scheduler = scheduler(slow, every(Duration.ofMillis(10), true))) {
            scheduler.start();
            assertThat(ticks.await(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void aTickThatBreaksDownIsNotTheLast() throws Exception {
        var ticks = new CountDownLatch(2);
        Invocations broken = (name, event) -> {
            ticks.countDown();
            throw new IllegalStateException("no more processes");
        };
        try (var scheduler = scheduler(broken, every(Duration.ofMillis(10), true))) {
            scheduler.start();
            assertThat(ticks.await(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aDisabledScheduleTicksOnlyWhenItIsTold() throws Exception {
        var calls = new AtomicInteger();
        Invocations counting = (name, event) -> {
            calls.incrementAndGet();
            return new Replied("{}");
        };
        try (var scheduler = scheduler(counting, every(Duration.ofMillis(1), false))) {
            scheduler.start();
            Thread.sleep(Duration.ofMillis(50));
            assertThat(calls).hasValue(0);
            assertThat(scheduler.tick("Shards0").orElseThrow().succeeded()).isTrue();
        }
    }

    private Scheduler scheduler(Invocations functions, Schedule schedule) {
        InstantSource real = InstantSource.system();
        var invoker = new AsyncInvoker(functions, List.of(), deadLetters, real);
        return new Scheduler(List.of(schedule), invoker, clock, real);
    }

    private static Schedule minute(boolean enabled) {
        return every(Duration.ofMinutes(1), enabled);
    }

    private static Schedule every(Duration rate, boolean enabled) {
        return new Schedule(
                "Shards0",
                "arn:schedule",
                rate,
                "{\"from\":0,\"at\":\"<aws.scheduler.scheduled-time>\"}",
                new Target("sweep", 0, Duration.ofMinutes(1), Optional.of("dead-letters")),
                enabled);
    }
}
