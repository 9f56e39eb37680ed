package cairn.local.bus;

import cairn.local.access.BusCalls;
import cairn.local.access.Fault;
import cairn.local.access.Gate;
import cairn.local.bus.PutEvents.Invalid;
import cairn.local.json.Json;
import cairn.local.net.Loopback;
import cairn.local.template.Arns;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// EventBridge's HTTP API for the functions, as far as they use it: `PutEvents` in AWS JSON 1.1, on a port of
/// its own.
///
/// A caller is known by its access key, and its role has to allow what it asks.
public final class BusEndpoint implements AutoCloseable {
    private static final String TYPE = "application/x-amz-json-1.1";
    private static final int LARGEST_BODY = 4 * 1024 * 1024;

    private final Gate gate;
    private final Arns arns;
    private final HttpServer server = Loopback.onFreePort();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// @param gate what requests pass
    /// @param arns of the buses that they name
    public BusEndpoint(Gate gate, Arns arns) {
        this.gate = gate;
        this.arns = arns;
    }

    /// For `AWS_ENDPOINT_URL_EVENTBRIDGE`; connections wait there until it is started.
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Answers from now on.
    public void start(PutEvents putEvents) {
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, putEvents));
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange, PutEvents putEvents) throws IOException {
        try (exchange) {
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
            if (!exchange.getRequestMethod().equals("POST") || !"AWSEvents.PutEvents".equals(target)) {
                send(exchange, 400, fault("UnknownOperationException", "One machine knows PutEvents alone."));
                return;
            }
            try {
                JsonNode request = Json.read(new String(body, StandardCharsets.UTF_8));
                Optional<Fault> refused = gate.fault(exchange.getRequestHeaders(), BusCalls.of(request, arns));
                if (refused.isPresent()) {
                    send(exchange, Fault.STATUS, refused.get().json());
                    return;
                }
                send(exchange, 200, putEvents.putAndGoOn(request));
            } catch (Invalid e) {
                send(exchange, 400, fault("ValidationException", e.reason()));
            } catch (IOException malformed) {
                send(exchange, 400, fault("SerializationException", "The body is not JSON."));
            }
        }
    }

    private static ObjectNode fault(String type, String message) {
        return Json.object().put("__type", type).put("message", message);
    }

    private static void send(HttpExchange exchange, int status, ObjectNode json) throws IOException {
        byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", TYPE);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
