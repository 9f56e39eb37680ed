package cairn.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// Stands between browser and deployment, passes everything on, and notes what is asked of the API; it can let the API
/// fail, hold its replies back, or break connections.
final class Between implements AutoCloseable {
    private static final Set<String> NOT_PASSED_ON =
            Set.of("host", "origin", "connection", "content-length", "transfer-encoding", "referer");

    private final HttpServer server;
    private final URI cairn;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Function<Asked, Said> behaviour = _ -> Said.PASS;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    final List<Asked> asked = new CopyOnWriteArrayList<>();

    /// A request of the API.
    record Asked(String method, String path, String body) {}

    /// What becomes of it.
    ///
    /// @param status 0: it is passed on; -1: the connection breaks
    record Said(int status, Map<String, String> headers, String body) {
        static final Said PASS = new Said(0, Map.of(), "");
        static final Said BREAK = new Said(-1, Map.of(), "");

        /// As the gateway says it.
        static Said status(int status, String... header) {
            Map<String, String> headers = new HashMap<>(Map.of("content-type", "application/json"));
            for (int at = 0; at < header.length; at += 2) {
                headers.put(header[at], header[at + 1]);
            }
            return new Said(status, headers, "{\"message\":\"No\"}");
        }

        /// As a function says it.
        static Said problem(int status, String name) {
            return new Said(
                    status,
                    Map.of("content-type", "application/problem+json"),
                    "{\"type\":\"urn:cairn:problem:" + name + "\",\"title\":\"No\",\"status\":" + status + "}");
        }
    }

    Between(URI cairn) {
        this.cairn = cairn;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// From now on, for each request of the API.
    void behave(Function<Asked, Said> behaviour) {
        this.behaviour = behaviour;
    }

    /// The API's replies wait until `release`.
    void hold() {
        gate = new CountDownLatch(1);
    }

    void release() {
        gate.countDown();
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        threads.shutdownNow();
        http.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().toString();
            if (!path.startsWith("/v1/")) {
                pass(exchange, body);
                return;
            }
            var request = new Asked(exchange.getRequestMethod(), path, new String(body, StandardCharsets.UTF_8));
            asked.add(request);
            try {
                gate.await();
                Said said = behaviour.apply(request);
                if (said.status() == 0) {
                    pass(exchange, body);
                } else if (said.status() > 0) {
                    said.headers().forEach(exchange.getResponseHeaders()::set);
                    send(exchange, said.status(), said.body().getBytes(StandardCharsets.UTF_8));
                }
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void pass(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(cairn.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            HttpResponse<byte[]> reply = http.send(request.build(), BodyHandlers.ofByteArray());
            reply.headers().map().forEach((name, values) -> {
                if (!NOT_PASSED_ON.contains(name.toLowerCase(java.util.Locale.ROOT)) && !name.startsWith(":")) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            send(exchange, reply.statusCode(), reply.body());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
