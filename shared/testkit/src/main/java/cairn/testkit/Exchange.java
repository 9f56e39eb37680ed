package cairn.testkit;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An HTTP request and the reply to it, as they went over the wire.
///
/// @param path        as it was sent, without the query
/// @param requestBody null or empty if there was none
/// @param headers     of the reply, by name, whatever its case
/// @param body        of the reply; empty if there was none
public record Exchange(
        String method,
        String path,
        @Nullable String requestBody,
        int status,
        Map<String, String> headers,
        String body) {
    public Exchange {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        headers = byName;
    }

    /// The media type without its parameters; empty if none was named.
    String contentType() {
        return headers.getOrDefault("content-type", "").replaceFirst(";.*", "").strip();
    }

    boolean succeeded() {
        return status < 300;
    }

    @Override
    public String toString() {
        return method + " " + path + " -> " + status + " " + contentType() + "\n" + body;
    }
}
