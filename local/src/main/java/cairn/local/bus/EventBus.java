package cairn.local.bus;

import cairn.local.async.AsyncInvoker;
import cairn.local.clock.TravellingClock;
import cairn.local.json.Json;
import cairn.local.template.Bus;
import cairn.local.template.Rule;
import cairn.local.template.RuleTarget;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// The template's event bus: takes events, hands them to the targets of the rules they match, and remembers
/// what the deployment itself said.
public final class EventBus implements AutoCloseable {
    private static final String OWN_SOURCE = "cairn";
    private static final int REMEMBERED = 1_000;
    private static final long SECONDS_TO_DELIVER = 2;

    private final Optional<Bus> bus;
    private final AsyncInvoker invoker;
    private final TravellingClock clock;
    private final String region;
    private final Deque<JsonNode> sent = new ArrayDeque<>();
    private final ExecutorService deliveries = Executors.newVirtualThreadPerTaskExecutor();

    /// @param bus without one, there is none that an event could be put on
    public EventBus(Optional<Bus> bus, AsyncInvoker invoker, TravellingClock clock, String region) {
        this.bus = bus;
        this.invoker = invoker;
        this.clock = clock;
        this.region = region;
    }

    /// The newest thousand events of the deployment's own source, oldest first.
    public List<JsonNode> sent() {
        synchronized (sent) {
            return List.copyOf(sent);
        }
    }

    /// Gives what is on its way a moment to arrive; what does not is a dead letter where there is a queue for
    /// it.
    @Override
    public void close() {
        deliveries.shutdown();
        try {
            if (deliveries.awaitTermination(SECONDS_TO_DELIVER, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        deliveries.shutdownNow();
    }

    boolean isNamed(String name) {
        return bus.filter(own -> own.name().equals(name) || own.arn().equals(name))
                .isPresent();
    }

    /// Where an event goes that names no bus: for the machine's own endpoint, the only one.
    Optional<String> onlyName() {
        return bus.map(Bus::name);
    }

    /// Takes an event.
    ///
    /// @param detail of the entry, read
    TakenIn accept(Entry entry, JsonNode detail) {
        Instant now = clock.now();
        JsonNode event = entry.envelope(now, region, detail);
        if (entry.source().equals(OWN_SOURCE)) {
            synchronized (sent) {
                sent.addLast(event);
                if (sent.size() > REMEMBERED) {
                    sent.removeFirst();
                }
            }
        }
        return new TakenIn(event, now);
    }

    /// Delivers it, and does not wait.
    void deliverLater(TakenIn event) {
        deliveries.execute(() -> {
            try {
                deliver(event);
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// Delivers it to every target of every rule it matches, one after the other, and returns when all have
    /// handled it or are past all attempts.
    void deliver(TakenIn taken) throws InterruptedException {
        List<Rule> rules = bus.map(Bus::rules).orElse(List.of());
        String text = Json.text(taken.event());
        List<Rule> matching =
                rules.stream().filter(rule -> rule.pattern().matches(text)).toList();
        if (matching.isEmpty()
                && !OWN_SOURCE.equals(taken.event().path("source").textValue())) {
            System.err.println("An event matches no rule, so no function gets it. The rules: "
                    + rules.stream().map(rule -> rule.pattern().json()).toList());
        }
        for (Rule rule : matching) {
            for (RuleTarget target : rule.targets()) {
                String input = target.input(rule.arn(), taken.event(), taken.at());
                invoker.invoke(target.target(), input, Map.of("RULE_ARN", rule.arn()));
            }
        }
    }
}
