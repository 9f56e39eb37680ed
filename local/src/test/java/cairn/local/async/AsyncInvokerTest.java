package cairn.local.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.local.deadletters.DeadLetters;
import cairn.local.functions.Invocations;
import cairn.local.functions.Outcome;
import cairn.local.functions.Outcome.Failed;
import cairn.local.functions.Outcome.Replied;
import cairn.local.functions.Outcome.Undelivered;
import cairn.local.life.DataFolder;
import cairn.local.template.AsyncSettings;
import cairn.local.template.FunctionDefinition;
import cairn.local.template.Target;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AsyncInvokerTest {
    private static final Failed FAILED =
            new Failed("failed: …", Optional.of("{\"errorMessage\":\"no such program\",\"errorType\":\"X\"}"));

    private final DataFolder data = DataFolder.temporary();
    private final DeadLetters deadLetters = new DeadLetters(data);
    private final AtomicInteger calls = new AtomicInteger();
    private Instant now = Instant.parse("2027-03-07T08:00:00Z");

    @AfterEach
    void close() {
        data.close();
    }

    @Test
    void aFunctionThatSucceedsAtLastLeavesNoDeadLetter() throws Exception {
        Outcome outcome = invoke(2, () -> calls.get() < 3 ? FAILED : new Replied("{}"));

        assertThat(outcome).isEqualTo(new Replied("{}"));
        assertThat(calls).hasValue(3);
        assertThat(deadLetters.items()).isEmpty();
    }

    @Test
    void aFunctionThatGoesOnFailingIsCalledAsOftenAsItsConfigSaysAndLeavesARecord() throws Exception {
        assertThat(invoke(2, () -> FAILED)).isEqualTo(FAILED);

        assertThat(calls).hasValue(3);
        assertThat(deadLetters.items()).hasSize(1);
        JsonNode letter = deadLetters.items().getFirst();
        assertThat(letter.path("queue").asText()).isEqualTo("failures");
        JsonNode record = letter.path("body");
        assertThat(record.path("version").asText()).isEqualTo("1.0");
        assertThat(record.path("timestamp").asText()).isEqualTo("2027-03-07T08:00:00Z");
        assertThat(record.at("/requestContext/condition").asText()).isEqualTo("RetriesExhausted");
        assertThat(record.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(3);
        assertThat(record.at("/requestContext/functionArn").asText()).isEqualTo("arn:one:live");
        assertThat(record.at("/requestContext/requestId").asText()).matches("[0-9a-f-]{36}");
        assertThat(record.path("requestPayload").toString()).isEqualTo("{\"n\":1}");
        assertThat(record.at("/responseContext/statusCode").asInt()).isEqualTo(200);
        assertThat(record.at("/responseContext/functionError").asText()).isEqualTo("Unhandled");
        assertThat(record.at("/responsePayload/errorMessage").asText()).isEqualTo("no such program");
    }

    @Test
    void aProcessThatDiedHasAnErrorMessageTooThoughItSaidNone() throws Exception {
        invoke(0, () -> new Failed("its process ended with exit code 1", Optional.empty()));

        assertThat(calls).hasValue(1);
        assertThat(deadLetters
                        .items()
                        .getFirst()
                        .at("/body/responsePayload/errorMessage")
                        .asText())
                .isEqualTo("its process ended with exit code 1");
    }

    @Test
    void anEventThatHasGrownTooOldIsNotTriedAgain() throws Exception {
        invoke(2, () -> {
            now = now.plusSeconds(61);
            return FAILED;
        });

        assertThat(calls).hasValue(1);
        assertThat(deadLetters
                        .items()
                        .getFirst()
                        .at("/body/requestContext/condition")
                        .asText())
                .isEqualTo("EventAgeExceeded");
    }

    @Test
    void withoutADestinationAFailureIsForgotten() throws Exception {
        var settings = new AsyncSettings(0, Duration.ofMinutes(1), Optional.empty());

        invoker(settings, (name, event) -> FAILED).invoke(target(3), "{}", Map.of());

        assertThat(deadLetters.items()).isEmpty();
    }

    @Test
    void whatNeverReachesTheFunctionIsASendersDeadLetter() throws Exception {
        assertThat(invoke(2, () -> new Undelivered("being built"))).isEqualTo(new Undelivered("being built"));

        assertThat(calls).hasValue(4);
        assertThat(deadLetters.items()).hasSize(1);
        JsonNode letter = deadLetters.items().getFirst();
        assertThat(letter.path("queue").asText()).isEqualTo("undelivered");
        assertThat(letter.path("body").toString()).isEqualTo("{\"n\":1}");
        assertThat(letter.at("/attributes/RULE_ARN").asText()).isEqualTo("arn:rule");
        assertThat(letter.at("/attributes/ERROR_MESSAGE").asText()).isEqualTo("being built");
        assertThat(letter.at("/attributes/RETRY_ATTEMPTS").asText()).isEqualTo("3");
    }

    @Test
    void aFunctionThatCanBeReachedAgainGetsTheEvent() throws Exception {
        assertThat(invoke(0, () -> calls.get() < 3 ? new Undelivered("being built") : new Replied("1")))
                .isEqualTo(new Replied("1"));

        assertThat(deadLetters.items()).isEmpty();
    }

    @Test
    void whatIsUnderWayWhenEverythingEndsIsASendersDeadLetter() {
        assertThatThrownBy(() -> invoker(settings(2), (name, event) -> {
                            throw new InterruptedException();
                        })
                        .invoke(target(3), "{\"n\":1}", Map.of()))
                .isInstanceOf(InterruptedException.class);

        assertThat(deadLetters.items()).hasSize(1);
        assertThat(deadLetters.items().getFirst().path("queue").asText()).isEqualTo("undelivered");
    }

    private Outcome invoke(int attempts, Supplier<Outcome> function) throws InterruptedException {
        Invocations functions = (name, event) -> {
            calls.incrementAndGet();
            assertThat(name).isEqualTo("one");
            return function.get();
        };
        return invoker(settings(attempts), functions).invoke(target(3), "{\"n\":1}", Map.of("RULE_ARN", "arn:rule"));
    }

    private AsyncInvoker invoker(AsyncSettings settings, Invocations functions) {
        var one = new FunctionDefinition(
                "one", "arn:one", "Handler", Path.of("one.zip"), 128, Duration.ofSeconds(3), Map.of(), settings);
        InstantSource clock = () -> now;
        return new AsyncInvoker(functions, List.of(one), deadLetters, clock);
    }

    private static AsyncSettings settings(int attempts) {
        return new AsyncSettings(attempts, Duration.ofMinutes(1), Optional.of("failures"));
    }

    private static Target target(int attempts) {
        return new Target("one", attempts, Duration.ofHours(1), Optional.of("undelivered"));
    }
}
