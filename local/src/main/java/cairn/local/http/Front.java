package cairn.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The JDK's HTTP server, a virtual thread for each request, in front of the gateway, of this machine's own
/// endpoints, and of its pages where the template has no route.
public final class Front implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Gateway gateway;
    private final MachineEndpoints machine;

    /// @param server bound, not started
    public Front(HttpServer server, Gateway gateway, MachineEndpoints machine) {
        this.server = server;
        this.gateway = gateway;
        this.machine = machine;
    }

    /// Answers from now on.
    public void start() {
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = request(exchange);
            send(exchange, reply(request));
        }
    }

    private Reply reply(Request request) {
        try {
            if (request.path().startsWith("/local/")) {
                return machine.reply(request);
            }
            Optional<Reply> page = gateway.owns(request) ? Optional.empty() : Pages.reply(request);
            return page.isPresent() ? page.get() : gateway.reply(request);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return Reply.message(503, "Service Unavailable");
        } catch (RuntimeException e) {
            e.printStackTrace();
            return Reply.message(500, "Internal Server Error");
        }
    }

    private static Request request(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        String query = exchange.getRequestURI().getRawQuery();
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query == null ? "" : query,
                headers,
                Bytes.of(exchange.getRequestBody().readNBytes(Request.LARGEST_BODY + 1)),
                exchange.getProtocol(),
                exchange.getRemoteAddress().getAddress().getHostAddress());
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
        boolean empty = reply.body().length() == 0
                || exchange.getRequestMethod().equals("HEAD")
                || reply.status() == 204
                || reply.status() == 304;
        exchange.sendResponseHeaders(reply.status(), empty ? -1 : reply.body().length());
        if (!empty) {
            exchange.getResponseBody().write(reply.body().toArray());
        }
    }
}
