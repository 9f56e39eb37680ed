package cairn.local.generated;

import cairn.local.generated.ApiDocument.Operation;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A request, as it is sent.
///
/// @param kind    `valid`, or what was done to it
/// @param path    the parameters in its path, decoded
/// @param query   the pairs of its query, decoded, in their order
/// @param headers by lower-case name
/// @param body    null if it has none
/// @param charset in which the body is sent; UTF-8 but where a body of wrong bytes is meant
record Call(
        Operation operation,
        String kind,
        Map<String, String> path,
        List<Map.Entry<String, String>> query,
        Map<String, String> headers,
        @Nullable String body,
        Charset charset) {
    Call {
        path = Map.copyOf(path);
        query = List.copyOf(query);
        headers = Map.copyOf(headers);
    }

    Call with(String newKind, @Nullable String newBody) {
        return new Call(operation, newKind, path, query, headers, newBody, charset);
    }

    Call withBytes(String newKind, String latin1) {
        return new Call(operation, newKind, path, query, headers, latin1, StandardCharsets.ISO_8859_1);
    }

    Call withPath(String newKind, String name, String value) {
        Map<String, String> more = new TreeMap<>(path);
        more.put(name, value);
        return new Call(operation, newKind, more, query, headers, body, charset);
    }

    Call withQuery(String newKind, String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(query);
        more.add(Map.entry(name, value));
        return new Call(operation, newKind, path, more, headers, body, charset);
    }

    Call withHeader(String newKind, String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Call(operation, newKind, path, query, more, body, charset);
    }

    byte[] bytes() {
        return body == null ? new byte[0] : body.getBytes(charset);
    }

    /// As it goes over the wire, without the query.
    String encodedPath() {
        String encoded = operation.path();
        for (Map.Entry<String, String> parameter : path.entrySet()) {
            encoded = encoded.replace("{" + parameter.getKey() + "}", encoded(parameter.getValue()));
        }
        return encoded;
    }

    String encodedQuery() {
        return query.stream()
                .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
                .collect(Collectors.joining("&"));
    }

    /// Percent-encoded, a lone surrogate as its three bytes.
    private static String encoded(String text) {
        return text.codePoints()
                .mapToObj(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
                        ? surrogate(point)
                        : URLEncoder.encode(Character.toString(point), StandardCharsets.UTF_8)
                                .replace("+", "%20"))
                .collect(Collectors.joining());
    }

    private static String surrogate(int point) {
        return "%ED%" + Integer.toHexString(0x80 | ((point >> 6) & 0x3f)) + "%"
                + Integer.toHexString(0x80 | (point & 0x3f));
    }

    @Override
    public String toString() {
        String text = operation.method() + " " + encodedPath() + (query.isEmpty() ? "" : "?" + encodedQuery()) + " "
                + headers + (body == null ? "" : "\n  " + body);
        return "[" + kind + "] " + (text.length() <= 1500 ? text : text.substring(0, 1500) + "… " + text.length());
    }
}
