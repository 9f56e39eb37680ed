package cairn.dynamodb;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/// The real way to the engine, with the faults that no local engine shows. It is below the SDK, so
/// everything the SDK makes of a fault happens.
final class FaultyHttp implements SdkHttpClient {
    private final SdkHttpClient real = DynamoDbClients.httpClient().build();
    private final Map<String, Deque<Fault>> next = new HashMap<>();
    private final Map<String, Fault> always = new HashMap<>();
    private final List<String> attempts = new ArrayList<>();

    /// What happens to one attempt.
    interface Fault {
        HttpExecuteResponse on(ExecutableHttpRequest request) throws IOException;
    }

    /// The engine does as it was told; nobody hears of it.
    static final Fault REPLY_LOST = request -> {
        request.call().responseBody().ifPresent(AbortableInputStream::abort);
        throw new IOException("reply lost");
    };

    static final Fault NEVER_SENT = _ -> {
        throw new IOException("never sent");
    };

    static final Fault THROTTLED = answer(400, "ProvisionedThroughputExceededException", "");
    static final Fault CONFLICT = answer(400, "TransactionConflictException", "");
    static final Fault BROKEN = answer(500, "InternalServerError", "");

    static Fault cancelled(String ofMember, String ofCheckIn) {
        return answer(
                400,
                "TransactionCanceledException",
                ", \"CancellationReasons\": [" + ofMember + ", " + ofCheckIn + "]");
    }

    static Fault answer(int status, String type, String more) {
        String body = "{\"__type\": \"com.amazonaws.dynamodb.v20120810#" + type + "\", \"message\": \"injected\"" + more
                + "}";
        return _ -> HttpExecuteResponse.builder()
                .response(SdkHttpResponse.builder().statusCode(status).build())
                .responseBody(
                        AbortableInputStream.create(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                .build();
    }

    /// The next attempt at `operation` has this fault; then those that were asked for after it, in order.
    FaultyHttp once(String operation, Fault fault) {
        next.computeIfAbsent(operation, _ -> new ArrayDeque<>()).add(fault);
        return this;
    }

    FaultyHttp always(String operation, Fault fault) {
        always.put(operation, fault);
        return this;
    }

    /// Every attempt so far, the SDK's own repetitions included.
    List<String> attempts() {
        return attempts;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        String target =
                request.httpRequest().firstMatchingHeader("X-Amz-Target").orElseThrow();
        String operation = target.substring(target.indexOf('.') + 1);
        attempts.add(operation);
        ExecutableHttpRequest sent = real.prepareRequest(request);
        Fault planned = next.getOrDefault(operation, new ArrayDeque<>()).poll();
        Fault fault = planned == null ? always.get(operation) : planned;
        return fault == null ? sent : faulty(sent, fault);
    }

    private static ExecutableHttpRequest faulty(ExecutableHttpRequest sent, Fault fault) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return fault.on(sent);
            }

            @Override
            public void abort() {
                sent.abort();
            }
        };
    }

    @Override
    public void close() {
        real.close();
    }
}
