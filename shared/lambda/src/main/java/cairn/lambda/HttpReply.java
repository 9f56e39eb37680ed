package cairn.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A reply as HTTP: status, headers, bytes (semantics 11, "To clients").
final class HttpReply {
    private static final int NOT_MODIFIED = 304;

    private HttpReply() {}

    /// @param ifNoneMatch the request's header of that name; null if it had none
    static APIGatewayV2HTTPResponse of(Reply reply, boolean isGet, @Nullable String ifNoneMatch) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Vary", "Authorization, Accept-Language");
        boolean revalidates = isGet && reply.status() == 200;
        headers.put("Cache-Control", revalidates ? "private, no-cache" : "no-store");
        if (reply.status() == Problem.Kind.UNAVAILABLE.problem().status()) {
            headers.put("Retry-After", "1");
        }
        Duration wait = reply.retryAfter();
        if (wait != null) {
            // Whole seconds (RFC 9110, section 10.2.3), and none too few.
            headers.put("Retry-After", Long.toString(wait.plusMillis(999).toSeconds()));
        }
        if (reply.body() == null) {
            return response(reply.status(), headers, null);
        }
        String text = Json.write(reply.body());
        if (revalidates) {
            String etag = etag(text);
            headers.put("ETag", etag);
            if (matches(ifNoneMatch, etag)) {
                return response(NOT_MODIFIED, headers, null);
            }
        }
        boolean isProblem = reply.body() instanceof Problem;
        headers.put("Content-Type", isProblem ? "application/problem+json" : "application/json");
        return response(reply.status(), headers, text);
    }

    private static APIGatewayV2HTTPResponse response(int status, Map<String, String> headers, @Nullable String body) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(headers)
                .withBody(body)
                .build();
    }

    /// Strong: equal exactly when the bytes are.
    private static String etag(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(hash, 0, 16) + '"';
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /// RFC 9110, section 13.1.2: weak comparison, so that a proxy that weakened the tag on its way does no
    /// harm.
    private static boolean matches(@Nullable String ifNoneMatch, String etag) {
        return ifNoneMatch != null
                && Stream.of(ifNoneMatch.split(","))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag));
    }
}
