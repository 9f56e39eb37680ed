package cairn.local.async;

import cairn.local.deadletters.DeadLetter;
import cairn.local.deadletters.DeadLetters;
import cairn.local.functions.Invocations;
import cairn.local.functions.Outcome;
import cairn.local.functions.Outcome.Failed;
import cairn.local.functions.Outcome.Replied;
import cairn.local.functions.Outcome.Undelivered;
import cairn.local.json.Json;
import cairn.local.template.AsyncSettings;
import cairn.local.template.FunctionDefinition;
import cairn.local.template.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Lambda's asynchronous invocation, as EventBridge's rules and schedules use it: an event the function
/// failed on is tried again and ends at the function's own on-failure destination; one that never reached it,
/// in the dead letters of who sent it.
///
/// On AWS, minutes pass between the attempts (one, then two). Here they follow at once, so that a script can
/// wait. https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
public final class AsyncInvoker {
    private static final Duration BETWEEN_DELIVERIES = Duration.ofMillis(50);

    private final Invocations functions;
    private final Map<String, FunctionDefinition> definitions;
    private final DeadLetters deadLetters;
    private final InstantSource clock;

    /// @param clock the real one
    public AsyncInvoker(
            Invocations functions, List<FunctionDefinition> definitions, DeadLetters deadLetters, InstantSource clock) {
        this.functions = functions;
        this.definitions =
                definitions.stream().collect(Collectors.toMap(FunctionDefinition::name, Function.identity()));
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    /// Returns when the event has been handled, or is a dead letter, or is given up without one.
    ///
    /// @param event JSON
    /// @param sender attributes for a dead letter: who sent it
    /// @throws InterruptedException if this deployment ends meanwhile; the event is a dead letter then
    public Outcome invoke(Target target, String event, Map<String, String> sender) throws InterruptedException {
        Instant begun = clock.instant();
        int failures = 0;
        int misses = 0;
        while (true) {
            switch (invokeOnce(target, event, sender)) {
                case Replied replied -> {
                    return replied;
                }
                case Failed failed -> {
                    failures++;
                    if (isGivenUp(target, event, failed, failures, begun)) {
                        return failed;
                    }
                }
                case Undelivered undelivered -> {
                    misses++;
                    if (misses > target.attempts() || isOlder(begun, target.age())) {
                        bury(target, event, attributes(sender, undelivered.reason(), misses - 1));
                        return undelivered;
                    }
                    Thread.sleep(BETWEEN_DELIVERIES);
                }
            }
        }
    }

    private Outcome invokeOnce(Target target, String event, Map<String, String> sender) throws InterruptedException {
        try {
            return functions.invoke(target.function(), event);
        } catch (InterruptedException ending) {
            bury(target, event, attributes(sender, "the deployment ended before the function did", 0));
            throw ending;
        }
    }

    private boolean isGivenUp(Target target, String event, Failed failed, int failures, Instant begun) {
        FunctionDefinition function = definitions.get(target.function());
        AsyncSettings settings = function == null ? AsyncSettings.USUAL : function.async();
        boolean tooOften = failures > settings.attempts();
        if (!tooOften && !isOlder(begun, settings.age())) {
            return false;
        }
        System.err.println("An event was given up: " + target.function() + " " + failed.reason());
        if (function != null) {
            String condition = tooOften ? "RetriesExhausted" : "EventAgeExceeded";
            var record = new FailureRecord(function.arn() + ":live", condition, failures);
            Instant now = clock.instant();
            settings.onFailure()
                    .ifPresent(queue ->
                            deadLetters.add(new DeadLetter(queue, now, Map.of(), record.json(now, event, failed))));
        }
        return true;
    }

    private void bury(Target target, String event, Map<String, String> attributes) {
        System.err.println("An event was not delivered: " + target.function() + " " + attributes);
        target.deadLetters()
                .ifPresent(queue ->
                        deadLetters.add(new DeadLetter(queue, clock.instant(), attributes, Json.readOrQuote(event))));
    }

    /// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
    private static Map<String, String> attributes(Map<String, String> sender, String reason, int retries) {
        var attributes = new HashMap<>(sender);
        attributes.put("ERROR_CODE", "SDK_CLIENT_ERROR");
        attributes.put("ERROR_MESSAGE", reason);
        attributes.put("RETRY_ATTEMPTS", Integer.toString(retries));
        return attributes;
    }

    private boolean isOlder(Instant begun, Duration age) {
        return clock.instant().isAfter(begun.plus(age));
    }
}
