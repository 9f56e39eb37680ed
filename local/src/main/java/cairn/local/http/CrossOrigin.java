package cairn.local.http;

import cairn.local.template.Api.Cors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// API Gateway's part in cross-origin requests: it answers preflights for every path, and sets the headers of replies
/// itself.
///
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
///
/// Beside the origins of the settings, those of this machine may read replies here, whatever their port: that is where
/// an app's own development server is.
///
/// @param settings empty: it has no part
record CrossOrigin(Optional<Cors> settings) {
    private static final Pattern THIS_MACHINE =
            Pattern.compile("http://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");

    /// @param origin as the header has it
    static boolean isOfThisMachine(String origin) {
        return THIS_MACHINE.matcher(origin).matches();
    }

    boolean answers(Request request) {
        return settings.isPresent()
                && request.method().equals("OPTIONS")
                && request.header("origin").isPresent()
                && request.header("access-control-request-method").isPresent();
    }

    Reply preflight(Request request) {
        var empty = new Reply(204, Map.of(), Bytes.NONE);
        return settings.filter(cors -> allowed(cors, request))
                .map(cors -> {
                    Reply reply = listed(
                            listed(allowing(empty, cors, request), "access-control-allow-methods", cors.methods()),
                            "access-control-allow-headers",
                            cors.headers());
                    return cors.maxAge() == 0
                            ? reply
                            : reply.with("access-control-max-age", Integer.toString(cors.maxAge()));
                })
                .orElse(empty);
    }

    Reply allow(Request request, Reply reply) {
        if (settings.isEmpty()) {
            return reply;
        }
        Cors cors = settings.get();
        Reply bare = reply.without("access-control-");
        return allowed(cors, request)
                ? listed(allowing(bare, cors, request), "access-control-expose-headers", cors.exposed())
                : bare;
    }

    private static boolean allowed(Cors cors, Request request) {
        return request.header("origin")
                .filter(origin ->
                        cors.origins().contains("*") || cors.origins().contains(origin) || isOfThisMachine(origin))
                .isPresent();
    }

    private static Reply allowing(Reply reply, Cors cors, Request request) {
        String origin =
                cors.origins().contains("*") ? "*" : request.header("origin").orElse("");
        Reply allowing = reply.with("access-control-allow-origin", origin);
        return cors.credentials() ? allowing.with("access-control-allow-credentials", "true") : allowing;
    }

    private static Reply listed(Reply reply, String header, List<String> values) {
        return values.isEmpty() ? reply : reply.with(header, String.join(",", values));
    }
}
