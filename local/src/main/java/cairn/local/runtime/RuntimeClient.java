package cairn.local.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The function's end of the Lambda Runtime API.
///
/// Over `HttpURLConnection`, which loads a quarter of the classes of `java.net.http`: every cold start pays for them.
final class RuntimeClient {
    private final String base;

    RuntimeClient(String hostAndPort) {
        this.base = "http://" + hostAndPort + "/2018-06-01/runtime/";
    }

    /// Waits for as long as it takes.
    Invocation next() throws IOException {
        HttpURLConnection connection = open("invocation/next");
        try (InputStream event = connection.getInputStream()) {
            return new Invocation(
                    header(connection, "Lambda-Runtime-Aws-Request-Id"),
                    Long.parseLong(header(connection, "Lambda-Runtime-Deadline-Ms")),
                    header(connection, "Lambda-Runtime-Invoked-Function-Arn"),
                    new String(event.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    void replied(Invocation invocation, byte[] reply) throws IOException {
        post("invocation/" + invocation.requestId() + "/response", reply, null);
    }

    void failed(Invocation invocation, Throwable failure) throws IOException {
        post("invocation/" + invocation.requestId() + "/error", FailureJson.of(failure), failure);
    }

    void failedToStart(Throwable failure) throws IOException {
        post("init/error", FailureJson.of(failure), failure);
    }

    private void post(String path, byte[] body, @Nullable Throwable failure) throws IOException {
        HttpURLConnection connection = open(path);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        connection.setRequestProperty("Content-Type", "application/json");
        if (failure != null) {
            connection.setRequestProperty(
                    "Lambda-Runtime-Function-Error-Type", failure.getClass().getName());
        }
        try (var out = connection.getOutputStream()) {
            out.write(body);
        }
        int status = connection.getResponseCode();
        try (InputStream answer = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            // Read to its end, so that the connection can be used again.
            byte[] said = answer.readAllBytes();
            if (status >= 400) {
                System.err.println(path + ": " + status + " " + new String(said, StandardCharsets.UTF_8));
            }
        }
    }

    private HttpURLConnection open(String path) throws IOException {
        return (HttpURLConnection) URI.create(base + path).toURL().openConnection();
    }

    private static String header(HttpURLConnection connection, String name) throws IOException {
        String value = connection.getHeaderField(name);
        if (value == null) {
            throw new IOException("no header " + name);
        }
        return value;
    }
}
