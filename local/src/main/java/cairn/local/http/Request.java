package cairn.local.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A request as it came in.
///
/// @param method in capitals
/// @param path percent-decoded
/// @param query as sent; empty if there is none
/// @param headers by lower-case name
/// @param body empty if there is none
/// @param protocol `HTTP/1.1`
/// @param sourceIp who connected
record Request(
        String method,
        String path,
        String query,
        Map<String, List<String>> headers,
        Bytes body,
        String protocol,
        String sourceIp) {
    /// One of these is more than API Gateway takes.
    static final int LARGEST_BODY = 10 * 1024 * 1024;

    boolean isTooLarge() {
        return body.length() > LARGEST_BODY;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT))).map(List::getFirst);
    }
}
