package cairn.local.functions;

import cairn.local.net.Loopback;
import cairn.local.template.FunctionDefinition;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// The Lambda Runtime API for one process, on a port of its own.
///
/// https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
final class RuntimeApi implements AutoCloseable {
    private static final String BASE = "/2018-06-01/runtime/";

    /// Lambda's limit for a reply.
    private static final int LARGEST_REPLY = 6 * 1024 * 1024;

    private final FunctionDefinition function;
    private final HttpServer server = Loopback.onFreePort();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<PendingInvocation> waiting = new LinkedBlockingQueue<>();
    private volatile @Nullable PendingInvocation current;

    RuntimeApi(FunctionDefinition function) {
        this.function = function;
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /// For `AWS_LAMBDA_RUNTIME_API`.
    String hostAndPort() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    void offer(PendingInvocation invocation) {
        current = invocation;
        waiting.add(invocation);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            PendingInvocation invocation = current;
            if (path.equals(BASE + "invocation/next")) {
                handOver(exchange);
            } else if (path.equals(BASE + "init/error")) {
                fail(exchange, invocation, "did not start");
            } else if (invocation == null || !path.startsWith(BASE + "invocation/" + invocation.requestId())) {
                accept(exchange, 400);
            } else if (path.endsWith("/response")) {
                reply(exchange, invocation);
            } else {
                fail(exchange, invocation, "failed");
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void handOver(HttpExchange exchange) throws IOException, InterruptedException {
        PendingInvocation invocation = waiting.take();
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Lambda-Runtime-Aws-Request-Id", invocation.requestId());
        headers.set("Lambda-Runtime-Invoked-Function-Arn", function.arn() + ":live");
        headers.set(
                "Lambda-Runtime-Deadline-Ms",
                Long.toString(System.currentTimeMillis() + function.timeout().toMillis()));
        byte[] event = invocation.event().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, event.length);
        exchange.getResponseBody().write(event);
        invocation.taken().complete(null);
    }

    private static void reply(HttpExchange exchange, PendingInvocation invocation) throws IOException {
        byte[] payload = exchange.getRequestBody().readNBytes(LARGEST_REPLY + 1);
        boolean fits = payload.length <= LARGEST_REPLY;
        accept(exchange, fits ? 202 : 413);
        invocation
                .outcome()
                .complete(
                        fits
                                ? new Outcome.Replied(new String(payload, StandardCharsets.UTF_8))
                                : new Outcome.Failed("replied with more than " + LARGEST_REPLY + " bytes"));
    }

    private static void fail(HttpExchange exchange, @Nullable PendingInvocation invocation, String what)
            throws IOException {
        String details = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        accept(exchange, 202);
        if (invocation != null) {
            invocation.outcome().complete(new Outcome.Failed(what + ": " + details, Optional.of(details)));
        }
    }

    private static void accept(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }
}
