package cairn.local.generated;

import cairn.checkins.Ledger;
import cairn.checkins.Programs;
import cairn.lambda.EventFunction;
import cairn.lambda.Ledgers;
import cairn.lambda.ProgramFiles;
import cairn.testkit.InMemoryLedger;
import cairn.testkit.TestContext;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The functions' handlers, out of the archives that are deployed, on a ledger in memory. The module knows no function,
/// so they are found by name.
final class Handlers implements Target {
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final List<String> log = new ArrayList<>();
    private final Programs programs = ProgramFiles.load(Path.of("../programs"), "free");
    private final Map<String, RequestStreamHandler> functions = new HashMap<>();

    Handlers() {
        functions.put("due", function("due", "due.Due"));
        functions.put("journeys", function("journeys", "journeys.Journeys"));
        functions.put("check-ins", function("check-ins", "checkins.CheckIns"));
        functions.put("privacy", function("privacy", "privacy.Privacy"));
        functions.put("intake", function("intake", "intake.Intake"));
    }

    @Override
    public HttpReply send(Call call, String subject, Instant now) {
        byte[] event = GatewayEvent.of(call, subject, now);
        JsonNode reply = HttpReply.json(invoke(functionOf(call.operation()), event));
        Map<String, String> headers = new HashMap<>();
        reply.path("headers")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        header.getValue().asText()));
        return new HttpReply(
                reply.path("statusCode").asInt(), headers, reply.path("body").asText(""));
    }

    private static String functionOf(ApiDocument.Operation operation) {
        if (operation.path().equals("/v1/me/due")) {
            return "due";
        }
        if (operation.path().contains("/check-ins")) {
            return "check-ins";
        }
        boolean erasing =
                operation.path().equals("/v1/me") && List.of("POST", "DELETE").contains(operation.method());
        return erasing || operation.path().equals("/v1/me/export") ? "privacy" : "journeys";
    }

    @Override
    public String tell(String type, String detail, Instant now) {
        try {
            invoke("intake", BusEvent.of(type, detail, now));
            return "";
        } catch (EventFunction.Refused refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private String invoke(String name, byte[] event) {
        RequestStreamHandler function = functions.get(name);
        if (function == null) {
            throw new IllegalArgumentException(name);
        }
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try {
            function.handleRequest(new ByteArrayInputStream(event), output, new TestContext());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return output.toString(StandardCharsets.UTF_8);
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public List<String> newLog() {
        List<String> lines = List.copyOf(log);
        log.clear();
        return lines;
    }

    private RequestStreamHandler function(String archive, String className) {
        try {
            Path zip = Path.of("../functions", archive, "target", archive + ".zip");
            // Never closed: the handlers load their classes one by one.
            var loader = new URLClassLoader(
                    new URL[] {zip.toAbsolutePath().toUri().toURL()}, getClass().getClassLoader());
            for (Constructor<?> constructor :
                    loader.loadClass("cairn.functions." + className).getDeclaredConstructors()) {
                if (List.of(constructor.getParameterTypes()).contains(Ledgers.class)) {
                    constructor.setAccessible(true);
                    Object[] parts = Stream.of(constructor.getParameterTypes())
                            .map(this::part)
                            .toArray();
                    return (RequestStreamHandler) constructor.newInstance(parts);
                }
            }
            throw new IllegalStateException(className + " takes no ledgers");
        } catch (IOException | ReflectiveOperationException notThere) {
            throw new IllegalStateException("the archive of " + archive + " is to be built before", notThere);
        }
    }

    /// What a handler's constructor asks for, by its type.
    private Object part(Class<?> type) {
        if (type == Programs.class) {
            return programs;
        }
        if (type == String.class) {
            return "the key of the cursors";
        }
        if (type == Consumer.class) {
            return (Consumer<String>) log::add;
        }
        if (type == Ledgers.class) {
            return (Ledgers) _ -> ledger;
        }
        throw new IllegalStateException("nothing is known to give for " + type);
    }
}
