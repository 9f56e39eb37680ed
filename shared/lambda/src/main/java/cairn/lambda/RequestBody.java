package cairn.lambda;

import cairn.timeline.Fault;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The text of a request's body, whichever way the gateway hands it over: as it is for a few media types, in
/// base64 for all others.
///
/// AWS does not say what becomes of bytes in the former that are not UTF-8. If U+FFFD is put in their place,
/// the body is not as long as its `Content-Length`.
final class RequestBody {
    private static final int LARGEST = 16 * 1024;
    private static final String REPLACEMENT = "\uFFFD";

    private RequestBody() {}

    /// @return null if there is none
    /// @throws BadRequest if it is too large, or is not UTF-8
    static @Nullable String of(APIGatewayV2HTTPEvent event) {
        String body = event.getBody();
        if (body == null) {
            return null;
        }
        boolean encoded = event.getIsBase64Encoded();
        byte[] bytes = encoded ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LARGEST) {
            throw new BadRequest(
                    Problem.Kind.TOO_LARGE.of(List.of(new Fault("", "is to be at most " + LARGEST + " bytes"))));
        }
        String text = encoded ? Utf8.text(bytes).orElseThrow(RequestBody::notUtf8) : body;
        if (!encoded && (!JsonLimits.isUnicode(text) || wasAltered(text, bytes.length, event.getHeaders()))) {
            throw notUtf8();
        }
        return text;
    }

    private static boolean wasAltered(String text, int length, @Nullable Map<String, String> headers) {
        String sent = headers == null ? null : headers.get("content-length");
        return text.contains(REPLACEMENT) && sent != null && !sent.equals(String.valueOf(length));
    }

    private static BadRequest notUtf8() {
        return JsonTree.malformed("is not UTF-8");
    }
}
