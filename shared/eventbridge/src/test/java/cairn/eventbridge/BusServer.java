package cairn.eventbridge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A server that speaks as much of EventBridge as a bus needs: `PutEvents`, over real HTTP.
final class BusServer implements AutoCloseable {
    private static final Pattern ENTRY = Pattern.compile("\"DetailType\"");

    final List<String> bodies = new CopyOnWriteArrayList<>();
    final List<String> targets = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile Reply reply = (_, entries) -> new Answer(200, taken(entries, List.of()));

    record Answer(int status, String body) {}

    interface Reply {
        /// @param call    from 0
        /// @param entries how many there were in it
        Answer to(int call, int entries) throws InterruptedException;
    }

    BusServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void replies(Reply other) {
        reply = other;
    }

    /// What a call of so many entries is answered with where those in `failed` were not taken.
    static String taken(int entries, List<Integer> failed) {
        List<String> results = IntStream.range(0, entries)
                .mapToObj(i -> failed.contains(i)
                        ? "{\"ErrorCode\":\"ThrottlingException\",\"ErrorMessage\":\"Rate exceeded\"}"
                        : "{\"EventId\":\"id-" + i + "\"}")
                .toList();
        return "{\"FailedEntryCount\":" + failed.size() + ",\"Entries\":[" + String.join(",", results) + "]}";
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int call;
        synchronized (bodies) {
            call = bodies.size();
            bodies.add(body);
        }
        targets.add(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        int entries = (int) ENTRY.matcher(body).results().count();
        try (exchange) {
            Answer answer = reply.to(call, entries);
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
