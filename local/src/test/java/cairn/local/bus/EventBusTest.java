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
import cairn.local.template.Rule;
import cairn.local.template.Target;
import cairn.testkit.Patience;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventBusTest {
    private static final JsonNode EVENT = Json.object().put("source", "app").put("id", "1");

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
        assertThat(deadLetters.items().getFirst().path("body")).isEqualTo(EVENT);
        assertThat(deadLetters.items().getFirst().at("/attributes/RULE_ARN").asText())
                .isEqualTo("arn:rule");
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
                        .toList());
    }
}
