package cairn.local.generated;

import cairn.checkins.Ledger;
import cairn.dynamodb.DynamoDbLedger;
import cairn.local.whole.CapturedOutput;
import cairn.local.whole.Running;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The running deployment, over HTTP; its engine, to look into; and what it prints.
final class WholeDeployment implements Target, AutoCloseable {
    private static final int TOO_MANY_REQUESTS = 429;

    private final CapturedOutput output = new CapturedOutput();
    private final Running cairn = new Running();
    private final DynamoDbClient client = cairn.store().client();
    private final Ledger ledger =
            new DynamoDbLedger(client, client.listTables().tableNames().getFirst());
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new HashMap<>();
    private Instant travelled = Instant.EPOCH;
    private long travelledAtNanos = System.nanoTime();
    private int printed;
    private int letters;

    @Override
    public HttpReply send(Call call, String subject, Instant now) {
        travelTo(now);
        String query = call.query().isEmpty() ? "" : "?" + call.encodedQuery();
        byte[] body = call.bytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(cairn.address() + call.encodedPath() + query))
                .timeout(Duration.ofSeconds(60))
                .method(
                        call.operation().method(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(subject, cairn::token));
        call.headers().forEach((name, value) -> request.header(name, visible(value)));
        HttpResponse<String> response = send(request.build());
        Map<String, String> headers = new HashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        return new HttpReply(response.statusCode(), headers, response.body());
    }

    /// What a header may have.
    private static String visible(String value) {
        return value.replaceAll("[^ -~]", "?").strip();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            while (response.statusCode() == TOO_MANY_REQUESTS) {
                Thread.sleep(Duration.ofMillis(20));
                response = http.send(request, BodyHandlers.ofString());
            }
            return response;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /// Its clock goes on by itself, and never back.
    private void travelTo(Instant now) {
        Instant there = travelled.plusNanos(System.nanoTime() - travelledAtNanos);
        if (now.isAfter(there)) {
            cairn.travelTo(now);
            travelled = now;
            travelledAtNanos = System.nanoTime();
        }
    }

    @Override
    public String tell(String type, String detail, Instant now) {
        travelTo(now);
        String entry = "{\"Source\":\"app\",\"DetailType\":\"" + type + "\",\"Detail\":"
                + BodyMutations.write(TextNode.valueOf(detail)) + "}";
        Running.Reply reply = cairn.send("POST", "/local/events", null, "{\"Entries\":[" + entry + "]}");
        if (reply.status() != 200) {
            throw new IllegalStateException(reply.status() + " " + reply.body());
        }
        if (reply.json().path("FailedEntryCount").asInt() > 0) {
            return "by the bus: " + reply.json().at("/Entries/0/ErrorCode").asText();
        }
        // Read with all digits, as numbers are sent that no double is.
        JsonNode all = HttpReply.json(
                        cairn.send("GET", "/local/dead-letters", null, null).body())
                .path("items");
        return all.size() > letters ? refusal(all, detail) : "";
    }

    private String refusal(JsonNode all, String detail) {
        letters = all.size();
        JsonNode letter = all.get(letters - 1).path("body");
        JsonNode sent = HttpReply.json(detail);
        JsonNode kept = letter.at("/requestPayload/event/detail");
        if (!sent.isMissingNode() && !kept.equals(sent)) {
            throw new IllegalStateException("the dead letter has " + kept);
        }
        return letter.at("/responsePayload/errorMessage").asText();
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public List<String> newLog() {
        int end = output.size();
        List<String> lines = output.since(printed).lines().toList();
        printed = end;
        return lines;
    }

    @Override
    public void close() {
        client.close();
        http.close();
        cairn.close();
        output.end();
    }
}
