package cairn.local.http;

import cairn.local.identity.Verdict.Granted;
import cairn.local.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/// A request as an event of payload 2.0.
///
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html;
/// what that page leaves open is as was seen on AWS: the path comes decoded, cookies leave the headers, and
/// bodies are text only for the media types below.
final class Events {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.US).withZone(ZoneOffset.UTC);
    private static final Pattern TEXT =
            Pattern.compile("\\s*(text/[^;]*|application/(json|xml|javascript))\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

    /// About this connection, not about the request.
    private static final Set<String> LEFT_OUT =
            Set.of("connection", "cookie", "http2-settings", "keep-alive", "transfer-encoding", "upgrade");

    private final String host;
    private final int port;

    Events(String host, int port) {
        this.host = host;
        this.port = port;
    }

    String event(Request request, Routes.Match match, Optional<Granted> granted, Instant now) {
        ObjectNode event = Json.object();
        event.put("version", "2.0");
        event.put("routeKey", match.route().key());
        event.put("rawPath", request.path());
        event.put("rawQueryString", request.query());
        cookies(request, event);
        headers(request, event.putObject("headers"));
        if (!request.query().isEmpty()) {
            query(request, event.putObject("queryStringParameters"));
        }
        context(request, match, granted, now, event.putObject("requestContext"));
        if (!match.parameters().isEmpty()) {
            ObjectNode parameters = event.putObject("pathParameters");
            match.parameters().forEach(parameters::put);
        }
        body(request, event);
        return Json.text(event);
    }

    private static void cookies(Request request, ObjectNode event) {
        List<String> sent = request.headers().getOrDefault("cookie", List.of());
        if (!sent.isEmpty()) {
            var cookies = event.putArray("cookies");
            for (String cookie : String.join(";", sent).split(";", -1)) {
                cookies.add(cookie.strip());
            }
        }
    }

    private void headers(Request request, ObjectNode headers) {
        request.headers().forEach((name, values) -> {
            if (!LEFT_OUT.contains(name)) {
                headers.put(name, String.join(",", values));
            }
        });
        headers.put("x-amzn-trace-id", "Root=1-" + UUID.randomUUID());
        headers.put("x-forwarded-for", request.sourceIp());
        headers.put("x-forwarded-port", Integer.toString(port));
        headers.put("x-forwarded-proto", "http");
    }

    private static void query(Request request, ObjectNode parameters) {
        for (String pair : request.query().split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            parameters.put(name, parameters.has(name) ? parameters.get(name).textValue() + "," + value : value);
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    private void context(
            Request request, Routes.Match match, Optional<Granted> granted, Instant now, ObjectNode context) {
        context.put("accountId", "000000000000");
        context.put("apiId", "local");
        granted.ifPresent(token -> {
            ObjectNode jwt = context.putObject("authorizer").putObject("jwt");
            ObjectNode claims = jwt.putObject("claims");
            token.claims().forEach(claims::put);
            if (token.scopes().isEmpty()) {
                jwt.putNull("scopes");
            } else {
                var scopes = jwt.putArray("scopes");
                token.scopes().forEach(scopes::add);
            }
        });
        context.put("domainName", host);
        context.put("domainPrefix", "local");
        ObjectNode http = context.putObject("http");
        http.put("method", request.method());
        http.put("path", request.path());
        http.put("protocol", request.protocol());
        http.put("sourceIp", request.sourceIp());
        http.put("userAgent", request.header("user-agent").orElse(""));
        context.put("requestId", UUID.randomUUID().toString());
        context.put("routeKey", match.route().key());
        context.put("stage", "$default");
        context.put("time", TIME.format(now));
        context.put("timeEpoch", now.toEpochMilli());
    }

    private static void body(Request request, ObjectNode event) {
        // What AWS makes of a text that is not UTF-8 is not documented; nothing is lost in base64.
        boolean text = request.body().isUtf8()
                && request.header("content-type")
                        .map(type -> TEXT.matcher(type).matches())
                        .orElse(false);
        boolean sent = request.body().length() > 0;
        if (sent) {
            event.put("body", text ? request.body().text() : request.body().base64());
        }
        event.put("isBase64Encoded", sent && !text);
    }
}
