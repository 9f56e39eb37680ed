package cairn.dynamodb;

import cairn.testkit.ScriptedRace;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands between one client and the engine. It has something done beside the client's first write, and swallows the
/// replies to that write: the engine has answered, and the client sees its connection end.
final class SwallowingProxy implements AutoCloseable {
    private static final Set<String> WRITES = Set.of("PutItem", "TransactWriteItems");
    private static final List<String> FORWARDED =
            List.of("Authorization", "Content-Type", "X-Amz-Date", "X-Amz-Target");

    private final HttpServer server = server();
    private final HttpClient client;
    private final URI engine;
    private final ScriptedRace.Order order;
    private final int replies;
    private final Runnable beside;
    private final AtomicInteger writes = new AtomicInteger();

    /// @param client  may be shared: what matters is which proxy a request comes to
    /// @param replies how many to swallow; with none the first one is held until the other has written
    SwallowingProxy(HttpClient client, URI engine, ScriptedRace.Order order, int replies, Runnable beside) {
        this.client = client;
        this.engine = engine;
        this.order = order;
        this.replies = replies;
        this.beside = beside;
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// How many writes have arrived.
    int writes() {
        return writes.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        boolean isWrite = WRITES.contains(target.substring(target.indexOf('.') + 1));
        int write = isWrite ? writes.incrementAndGet() : 0;
        if (write == 1 && order == ScriptedRace.Order.OTHER_FIRST) {
            beside.run();
        }
        HttpResponse<byte[]> reply = forward(exchange);
        if (write == 1 && order == ScriptedRace.Order.OWN_FIRST) {
            beside.run();
        }
        if (isWrite && write <= replies) {
            exchange.close();
        } else {
            answer(exchange, reply);
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(engine)
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        exchange.getRequestBody().readAllBytes()));
        FORWARDED.forEach(
                name -> request.header(name, exchange.getRequestHeaders().getFirst(name)));
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException(ended);
        }
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> reply) throws IOException {
        reply.headers()
                .firstValue("Content-Type")
                .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
        exchange.sendResponseHeaders(reply.statusCode(), reply.body().length);
        exchange.getResponseBody().write(reply.body());
        exchange.close();
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
