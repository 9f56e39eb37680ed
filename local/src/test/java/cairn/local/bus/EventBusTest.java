package cairn.local.bus;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.local.async.AsyncInvoker;
import cairn.local.clock.TravellingClock;
import cairn.local.deadletters.DeadLetters;
import cairn.local.functions.Invocations;
import cairn.local.functions.Outcome.Failed;
import cairn.local.functions.Outcome.Replied;
import cairn.local.json.Json;
import cairn.local.life.DataFolder;
import cairn.local.pattern.EventPattern;
import cairn.local.template.Bus;
import cairn.local.template.InputTransformer;
import cairn.local.template.Rule;
import cairn.local.template.RuleTarget;
import cairn.local.template.Target;
import cairn.testkit.Patience;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventBusTest {
    private static final Instant TAKEN_IN_AT = Instant.parse("2026-03-10T09:00:00.900Z");
    private static final TakenIn EVENT = taken("{\"source\":\"app\",\"id\":\"1\",\"time\":\"2036-03-10T00:00:00Z\"}");

    private final DataFolder data = DataFolder.temporary();
    private final DeadLetters deadLetters = new DeadLetters(data);
    private final List<String> called = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        data.close();
    }

    @Test
    void everyTargetOfEveryRuleThatMatchesGetsTheEvent() throws Exception {
        try (var bus = bus(
                remembering(),
                rule("{\"source\":[\"app\"]}", "one", "two"),
                rule("{\"source\":[\"other\"]}", "three"),
                rule("{\"source\":[{\"prefix\":\"a\"}]}", "four"))) {
            bus.deliver(EVENT);
        }

        assertThat(called).containsExactly("one", "two", "four");
    }

    @Test
    void aTargetThatFailsIsNoOthersConcern() throws Exception {
        Invocations functions = (name, event) -> {
            called.add(name);
            return name.equals("one") ? new Failed("no", Optional.empty()) : new Replied("{}");
        };
        try (var bus = bus(functions, rule("{\"source\":[\"app\"]}", "one", "two"))) {
            bus.deliver(EVENT);
        }

        assertThat(called).containsExactly("one", "one", "one", "two");
    }

    @Test
    void whatIsOnItsWayWhenItEndsArrives() {
        Invocations slow = (name, event) -> {
            Thread.sleep(Duration.ofMillis(200));
            called.add(name);
            return new Replied("{}");
        };
        try (var bus = bus(slow, rule("{\"source\":[\"app\"]}", "one"))) {
            bus.deliverLater(EVENT);
        }

        assertThat(called).containsExactly("one");
    }

    @Test
    void whatDoesNotArriveInTimeIsADeadLetter() throws Exception {
        Invocations stuck = (name, event) -> {
            Thread.sleep(Patience.LONG.plus(Patience.LONG));
            return new Replied("{}");
        };
        try (var bus = bus(stuck, rule("{\"source\":[\"app\"]}", "one"))) {
            bus.deliverLater(EVENT);
        }

        Patience.until("a dead letter", () -> !deadLetters.items().isEmpty());
        assertThat(deadLetters.items()).hasSize(1);
        assertThat(deadLetters.items().getFirst().path("body")).isEqualTo(EVENT.event());
        assertThat(deadLetters.items().getFirst().at("/attributes/RULE_ARN").asText())
                .isEqualTo("arn:rule");
    }

    @Test
    void aTargetGetsWhatTheTransformerMakesOfTheEventAndOfTheTimeTheBusTookItIn() throws Exception {
        var got = new ArrayList<String>();
        Invocations functions = (name, event) -> {
            got.add(event);
            return new Replied("{}");
        };
        var transformer =
                new InputTransformer("{\"at\":<aws.events.event.ingestion-time>,\"event\":<aws.events.event.json>}");
        var target = new Target("one", 0, Duration.ofMinutes(1), Optional.empty());
        var rule = new Rule(
                "arn:rule",
                new EventPattern("{\"source\":[\"app\"]}"),
                List.of(new RuleTarget(target, Optional.of(transformer))));
        try (var bus = bus(functions, rule)) {
            bus.deliver(EVENT);
        }

        assertThat(got).containsExactly("{\"at\":\"2026-03-10T09:00:00Z\",\"event\":" + EVENT.event() + "}");
    }

    /// In UTF-8 it would become a question mark, and so another person's subject.
    @Test
    void halfOfASurrogatePairReachesTheTargetAsAnEscape() throws Exception {
        var got = new ArrayList<String>();
        Invocations functions = (name, event) -> {
            got.add(event);
            return new Replied("{}");
        };
        try (var bus = bus(functions, rule("{\"source\":[\"app\"]}", "one"))) {
            bus.deliver(taken("{\"source\":\"app\",\"detail\":{\"memberId\":\"sur\\ud800\"}}"));
        }

        assertThat(got.getFirst()).containsIgnoringCase("sur\\ud800").isASCII();
    }

    @Test
    void anEventThatMatchesNoRuleIsSaidInOneLineWithoutWhatItSays() throws Exception {
        assertThat(saidOf("{\"source\":\"canary-app\",\"detail-type\":\"CanaryTold\",\"detail\":{\"canary\":1}}"))
                .containsExactly(
                        "An event matches no rule, so no function gets it. The rules:" + " [{\"source\":[\"app\"]}]");
        assertThat(saidOf("{\"source\":\"app\"}")).isEmpty();
        assertThat(saidOf("{\"source\":\"cairn\"}"))
                .as("an event out, for others")
                .isEmpty();
    }

    private List<String> saidOf(String event) throws InterruptedException {
        var said = new ByteArrayOutputStream();
        PrintStream terminal = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try (var bus = bus(remembering(), rule("{\"source\":[\"app\"]}", "one"))) {
            bus.deliver(taken(event));
        } finally {
            System.setErr(terminal);
        }
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private Invocations remembering() {
        return (name, event) -> {
            called.add(name);
            return new Replied("{}");
        };
    }

    private EventBus bus(Invocations functions, Rule... rules) {
        var invoker = new AsyncInvoker(functions, List.of(), deadLetters, InstantSource.system());
        return new EventBus(
                Optional.of(new Bus("the-bus", "arn:the-bus", List.of(rules))),
                invoker,
                new TravellingClock(InstantSource.system()),
                "eu-central-1");
    }

    private static Rule rule(String pattern, String... functions) {
        return new Rule(
                "arn:rule",
                new EventPattern(pattern),
                Stream.of(functions)
                        .map(function -> new Target(function, 0, Duration.ofMinutes(1), Optional.of("undelivered")))
                        .map(target -> new RuleTarget(target, Optional.empty()))
                        .toList());
    }

    private static TakenIn taken(String event) {
        try {
            return new TakenIn(Json.read(event), TAKEN_IN_AT);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
