package cairn.local.whole;

import cairn.dynamodblocal.DynamoDbLocal;
import cairn.local.LocalDeployment;
import cairn.local.Settings;
import cairn.local.access.Grant;
import cairn.local.store.AwsAccess;
import cairn.testkit.ApiContract;
import cairn.testkit.Exchange;
import cairn.testkit.Patience;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The project's own deployment in memory, running in this JVM with its functions in theirs, on an engine that the test
/// can look into. Other modules' tests have it from this module's archive of tests.
public final class Running implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    static final Path PROJECT = project();

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final int MOST_TRIES = 10;

    private final DynamoDbLocal engine = DynamoDbLocal.inMemory();
    private final AwsAccess store = AwsAccess.toLocalEngine(engine.endpoint(), "eu-central-1");
    private final LocalDeployment deployment;
    private final HttpClient http = HttpClient.newHttpClient();

    /// The project's.
    public Running() {
        this(PROJECT);
    }

    /// That of another template.
    ///
    /// @param root with the template, and the functions where it says
    Running(Path root) {
        this.deployment =
                LocalDeployment.start(new Settings(root, root, true, false, 0, "eu-central-1", Optional.of(store)));
    }

    /// What came back.
    ///
    /// @param body as text
    public record Reply(int status, String body) {
        /// The body, read.
        public JsonNode json() {
            return read(body);
        }
    }

    /// Where it answers.
    public URI address() {
        return deployment.address();
    }

    /// The engine below it, for what no route tells.
    public AwsAccess store() {
        return store;
    }

    /// A token for that subject, with the scope of every route.
    public String token(String subject) {
        return token(subject, "cairn/member");
    }

    /// A token of that scope.
    public String token(String subject, String scope) {
        return send("POST", "/local/tokens", null, "{\"sub\":\"" + subject + "\",\"scope\":\"" + scope + "\"}")
                .json()
                .path("token")
                .asText();
    }

    /// Puts the deployment's clock there; it goes on from then.
    public void travelTo(Instant now) {
        Reply reply = send("PUT", "/local/clock", null, "{\"now\":\"" + now + "\"}");
        if (reply.status() != 200) {
            throw new IllegalStateException(reply.body());
        }
    }

    /// Sends an event as the app does, and returns when it was dealt with.
    ///
    /// @param subject the member's
    /// @param fields of the detail, after the member's id: `"plan":"pro",…`
    public void tell(String type, String subject, String fields) {
        put(type, "{\"memberId\":\"" + subject + "\"," + fields + "}", "");
    }

    /// The same, with a time that the sender wrote.
    void tellDated(String time, String type, String subject, String fields) {
        put(type, "{\"memberId\":\"" + subject + "\"," + fields + "}", ",\"Time\":\"" + time + "\"");
    }

    private void put(String type, String detail, String more) {
        String quoted = TextNode.valueOf(detail).toString();
        Reply reply = send(
                "POST",
                "/local/events",
                null,
                "{\"Entries\":[{\"Source\":\"app\",\"DetailType\":\"" + type + "\",\"Detail\":" + quoted + more
                        + "}]}");
        if (reply.json().path("FailedEntryCount").asInt(-1) != 0) {
            throw new IllegalStateException(reply.body());
        }
    }

    /// A tick of every schedule, now.
    public void tick() {
        Reply reply = send("POST", "/local/schedules/all", null, "");
        if (!"succeeded".equals(reply.json().path("status").asText())) {
            throw new IllegalStateException(reply.body());
        }
    }

    /// What the deployment has put on the bus about a member: each event's type, slot and minute. Asks until there
    /// are so many: each waits five seconds at most for the stream, and on a busy machine a function may need
    /// longer than that to start.
    List<String> eventsAbout(String subject, int atLeast) {
        Instant latest = Instant.now().plus(Patience.LONG);
        List<String> events = eventsAbout(subject);
        while (events.size() < atLeast && Instant.now().isBefore(latest)) {
            events = eventsAbout(subject);
        }
        return events;
    }

    private List<String> eventsAbout(String subject) {
        var events = new ArrayList<String>();
        for (JsonNode event : items("/local/events")) {
            if (event.at("/detail/memberId").asText().equals(subject)) {
                events.add(event.path("detail-type").asText() + " "
                        + event.at("/detail/slot").asText() + " "
                        + event.path("time").asText().substring(0, 16));
            }
        }
        return events;
    }

    /// What the template's roles allow and nothing has needed so far.
    Set<Grant> unusedGrants() {
        return deployment.unusedGrants();
    }

    JsonNode deadLetters() {
        return items("/local/dead-letters");
    }

    private JsonNode items(String path) {
        return send("GET", path, null, null).json().path("items");
    }

    /// Asks.
    public Reply get(String path, String token) {
        return send("GET", path, token, null);
    }

    /// Asks anything of it.
    ///
    /// @param token null: as nobody
    /// @param body JSON; null: none
    public Reply send(String method, String path, @Nullable String token, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(deployment.address() + path))
                .timeout(Patience.LONG)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return sendUnthrottled(request.build(), body);
    }

    /// Asks with any header and any bytes, as no client of ours would.
    ///
    /// @param token null: as nobody
    /// @param body empty: none
    public Reply sendBytes(
            String method, String path, @Nullable String token, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(deployment.address() + path))
                .timeout(Patience.LONG)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return sendUnthrottled(request.build(), new String(body, StandardCharsets.UTF_8));
    }

    /// The template's throttling holds here too; a test that asks faster waits as a client would. On a busy machine a
    /// function may not make it in its time: that is asked again a few times, as a client would.
    private Reply sendUnthrottled(HttpRequest request, @Nullable String body) {
        try {
            HttpResponse<String> response = received(request, body);
            int tried = 0;
            while (response.statusCode() == TOO_MANY_REQUESTS
                    || (response.statusCode() == UNAVAILABLE && tried < MOST_TRIES)) {
                tried += response.statusCode() == UNAVAILABLE ? 1 : 0;
                Thread.sleep(Duration.ofMillis(50));
                response = received(request, body);
            }
            return new Reply(response.statusCode(), response.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /// The reply as it came, and as the API's document has it.
    private HttpResponse<String> received(HttpRequest request, @Nullable String body)
            throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        String path = request.uri().getPath();
        if (path.startsWith("/v1/")) {
            Map<String, String> headers = new HashMap<>();
            response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
            ApiContract.check(
                    new Exchange(request.method(), path, body, response.statusCode(), headers, response.body()));
        }
        return response;
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private static Path project() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("template.yaml"))) {
            folder = folder.resolve("..").normalize();
        }
        return folder;
    }

    @Override
    public void close() {
        http.close();
        deployment.close();
        engine.close();
    }
}
