package cairn.clients;

import cairn.client.ApiClient;
import cairn.local.LocalDeployment;
import cairn.local.Settings;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;

/// The project's deployment, in memory, and what only this machine's has: tokens and time travel.
final class Deployment implements AutoCloseable {
    static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    private final LocalDeployment deployment =
            LocalDeployment.start(new Settings(PROJECT, PROJECT, true, false, 0, "eu-central-1", Optional.empty()));
    private final HttpClient http = HttpClient.newHttpClient();

    URI address() {
        return deployment.address();
    }

    String token(String subject, String scope) {
        String wish = "{\"sub\":\"" + subject + "\",\"scope\":\"" + scope + "\"}";
        return read(send("POST", "/local/tokens", wish), JsonNode.class)
                .path("token")
                .asText();
    }

    void travelTo(String now) {
        send("PUT", "/local/clock", "{\"now\":\"" + now + "\"}");
    }

    private String send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> reply = http.send(request, BodyHandlers.ofString());
            if (reply.statusCode() >= 300) {
                throw new IllegalStateException(reply.body());
            }
            return reply.body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /// As the generated client reads JSON.
    static <T> T read(String text, Class<T> type) {
        try {
            return ApiClient.createDefaultObjectMapper().readValue(text, type);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        http.close();
        deployment.close();
    }
}
