package cairn.local.access;

import cairn.local.net.Loopback;
import cairn.local.store.AwsAccess;
import cairn.local.template.Arns;
import com.fasterxml.jackson.core.JacksonException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// DynamoDB for the functions: asks their roles first, and sends on what they allow.
///
/// A request is sent on once. If no reply comes the connection ends without one, so that a function sees what it would
/// see without this in between.
public final class TableEndpoint implements AutoCloseable {
    private static final String TYPE = "application/x-amz-json-1.0";

    /// What of a reply is the store's own: its kind, and by which SDKs check it.
    private static final List<String> PASSED_ON = List.of("Content-Type", "x-amz-crc32", "x-amzn-RequestId");

    private final AwsAccess store;
    private final Gate gate;
    private final Arns arns;
    private final Signature signature;
    private final HttpServer server = Loopback.onFreePort();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .build();

    /// Answers from now on.
    ///
    /// @param store where requests go
    /// @param gate what they pass
    /// @param arns of the tables that they name
    public TableEndpoint(AwsAccess store, Gate gate, Arns arns) {
        this.store = store;
        this.gate = gate;
        this.arns = arns;
        this.signature = new Signature(store);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /// For `AWS_ENDPOINT_URL_DYNAMODB`.
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Optional<Fault> fault = fault(exchange, body);
            if (fault.isPresent()) {
                byte[] json = fault.get().json().toString().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", TYPE);
                exchange.sendResponseHeaders(Fault.STATUS, json.length);
                exchange.getResponseBody().write(json);
                return;
            }
            sendOn(exchange, body);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Fault> fault(HttpExchange exchange, byte[] body) throws IOException {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (!exchange.getRequestMethod().equals("POST") || target == null) {
            return Optional.of(Fault.UNKNOWN_OPERATION);
        }
        try {
            return gate.fault(exchange.getRequestHeaders(), TableCalls.of(target, body, arns));
        } catch (JacksonException noJson) {
            return Optional.of(Fault.NO_JSON);
        }
    }

    private void sendOn(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(store.dynamoDb()).POST(BodyPublishers.ofByteArray(body));
        signature
                .headers(exchange.getRequestHeaders(), body)
                .forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
        try (InputStream reply = response.body()) {
            for (String name : PASSED_ON) {
                response.headers()
                        .firstValue(name)
                        .ifPresent(value -> exchange.getResponseHeaders().set(name, value));
            }
            long length = response.headers().firstValueAsLong("Content-Length").orElse(0);
            exchange.sendResponseHeaders(response.statusCode(), length);
            reply.transferTo(exchange.getResponseBody());
        }
    }
}
