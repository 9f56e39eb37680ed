package cairn.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An event as an HTTP API sends it to a function (payload format 2.0, JWT authorizer), to be changed
/// with the methods that begin with `with` and `as`, and turned into text.
///
/// The form is that of AWS, "Create AWS Lambda proxy integrations for HTTP APIs in API Gateway".
///
/// @param routeKey  `PUT /v1/me/journeys/{program}`
/// @param sub       the verified subject; null for a request that no authorizer let through
/// @param scope     the token's, separated by blanks
/// @param timeEpoch when the gateway took the request
public record HttpEvent(
        String method,
        String path,
        String routeKey,
        Map<String, String> pathParameters,
        Map<String, String> query,
        Map<String, String> headers,
        @Nullable String body,
        @Nullable String sub,
        String scope,
        Instant timeEpoch) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter LOG_TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

    public HttpEvent {
        pathParameters = Map.copyOf(pathParameters);
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /// A request of nobody, at the epoch, with the one header every client sends.
    ///
    /// @param route the path as the template has it: `/v1/me/journeys/{program}`
    /// @param path  as it was sent
    public static HttpEvent of(String method, String route, String path) {
        return new HttpEvent(
                method,
                path,
                method + " " + route,
                parameters(route, path),
                Map.of(),
                Map.of("host", "api.example"),
                null,
                null,
                "cairn/member",
                Instant.EPOCH);
    }

    public HttpEvent as(String newSub) {
        return new HttpEvent(method, path, routeKey, pathParameters, query, headers, body, newSub, scope, timeEpoch);
    }

    public HttpEvent withScope(String newScope) {
        return new HttpEvent(method, path, routeKey, pathParameters, query, headers, body, sub, newScope, timeEpoch);
    }

    public HttpEvent at(Instant now) {
        return new HttpEvent(method, path, routeKey, pathParameters, query, headers, body, sub, scope, now);
    }

    public HttpEvent withBody(String newBody) {
        return new HttpEvent(method, path, routeKey, pathParameters, query, headers, newBody, sub, scope, timeEpoch)
                .withHeader("content-type", "application/json");
    }

    public HttpEvent withHeader(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name.toLowerCase(Locale.ROOT), value);
        return new HttpEvent(method, path, routeKey, pathParameters, query, more, body, sub, scope, timeEpoch);
    }

    public HttpEvent withQuery(String name, String value) {
        Map<String, String> more = new TreeMap<>(query);
        more.put(name, value);
        return new HttpEvent(method, path, routeKey, pathParameters, more, headers, body, sub, scope, timeEpoch);
    }

    /// The event as the function's input stream has it.
    public String json() {
        ObjectNode event = JSON.createObjectNode();
        event.put("version", "2.0").put("routeKey", routeKey).put("rawPath", path);
        event.put("rawQueryString", queryString());
        event.set("headers", JSON.valueToTree(headers));
        if (!query.isEmpty()) {
            event.set("queryStringParameters", JSON.valueToTree(query));
        }
        event.set("requestContext", context());
        if (!pathParameters.isEmpty()) {
            event.set("pathParameters", JSON.valueToTree(pathParameters));
        }
        if (body != null) {
            event.put("body", body);
        }
        return event.put("isBase64Encoded", false).toString();
    }

    private ObjectNode context() {
        ObjectNode context = JSON.createObjectNode();
        context.put("accountId", "123456789012").put("apiId", "api-id");
        if (sub != null) {
            ObjectNode jwt = context.putObject("authorizer").putObject("jwt");
            jwt.putObject("claims").put("sub", sub).put("scope", scope);
            jwt.set("scopes", JSON.valueToTree(List.of(scope.split(" ", -1))));
        }
        context.put("domainName", "api.example").put("domainPrefix", "api");
        context.putObject("http")
                .put("method", method)
                .put("path", path)
                .put("protocol", "HTTP/1.1")
                .put("sourceIp", "192.0.2.1")
                .put("userAgent", "test");
        context.put("requestId", "request-id").put("routeKey", routeKey).put("stage", "$default");
        return context.put("time", LOG_TIME.format(timeEpoch)).put("timeEpoch", timeEpoch.toEpochMilli());
    }

    private static Map<String, String> parameters(String route, String path) {
        String[] names = route.split("/", -1);
        String[] values = path.split("/", -1);
        if (names.length != values.length) {
            throw new IllegalArgumentException(path + " is not on " + route);
        }
        Map<String, String> parameters = new TreeMap<>();
        for (int i = 0; i < names.length; i++) {
            if (names[i].startsWith("{")) {
                parameters.put(names[i].substring(1, names[i].length() - 1), values[i]);
            } else if (!names[i].equals(values[i])) {
                throw new IllegalArgumentException(path + " is not on " + route);
            }
        }
        return parameters;
    }

    private String queryString() {
        return new TreeMap<>(query)
                .entrySet().stream()
                        .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
