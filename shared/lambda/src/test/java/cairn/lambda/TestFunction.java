package cairn.lambda;

import cairn.checkins.Ledger;
import cairn.checkins.Programs;
import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A function of one route, invoked as Lambda would: text in, text out. It keeps what it logged and the
/// budgets it gave to its ledger.
final class TestFunction {
    static final String GET = "GET /v1/me/due";
    static final String PUT = "PUT /v1/me/things/{id}";

    final List<String> log = new CopyOnWriteArrayList<>();
    final List<Duration> budgets = new CopyOnWriteArrayList<>();
    private final HttpFunction function;

    /// What came back, as the gateway reads it.
    record Outcome(
            int status,
            Map<String, String> headers,
            @Nullable String body) {
        private static final ObjectMapper PLAIN = new ObjectMapper();

        static Outcome read(String text) {
            JsonNode reply = json(text);
            Map<String, String> headers = new TreeMap<>();
            reply.get("headers")
                    .properties()
                    .forEach(header ->
                            headers.put(header.getKey(), header.getValue().textValue()));
            return new Outcome(
                    reply.get("statusCode").intValue(),
                    headers,
                    reply.path("body").textValue());
        }

        JsonNode json() {
            return json(String.valueOf(body));
        }

        static JsonNode json(String text) {
            try {
                return PLAIN.readTree(text);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        String type() {
            return json().get("type").textValue();
        }
    }

    /// Answers both [#GET] and [#PUT] with `route`.
    TestFunction(Route route) {
        this(route, new TestLedger());
    }

    TestFunction(Route route, Ledger ledger) {
        this.function = new HttpFunction(
                Map.of(GET, route, PUT, route),
                new Programs(Map.of(), "free", "fingerprint"),
                budget -> {
                    budgets.add(budget);
                    return ledger;
                },
                log::add);
    }

    Outcome invoke(TestEvent event) {
        return invoke(event, new TestContext("request-1", 10_000));
    }

    Outcome invoke(TestEvent event, Context context) {
        return Outcome.read(raw(event, context));
    }

    /// The reply as the function wrote it.
    String raw(TestEvent event, Context context) {
        var output = new ByteArrayOutputStream();
        try {
            function.handle(new ByteArrayInputStream(event.text().getBytes(StandardCharsets.UTF_8)), output, context);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return output.toString(StandardCharsets.UTF_8);
    }

    /// The one line logged.
    JsonNode logged() {
        if (log.size() != 1) {
            throw new AssertionError("not one line but " + log);
        }
        return Outcome.json(log.getFirst());
    }
}
