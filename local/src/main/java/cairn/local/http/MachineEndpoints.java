package cairn.local.http;

import cairn.local.identity.Issuer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What this machine has and AWS has not, under `/local/`: tokens for anyone, a clock that can be set, the issuer's
/// keys.
///
/// Whoever can reach it can be anybody, so a web page from elsewhere must not: not by a name that it points at
/// 127.0.0.1
/// (the `Host` header tells), nor from its own origin (`Origin` tells).
public final class MachineEndpoints {
    private final Set<String> hosts;
    private final Set<String> origins;
    private final TokenEndpoint tokens;
    private final ClockEndpoint clock;
    private final IssuerEndpoint issuer;

    /// @param port where it will listen
    /// @param scopes of a token for which none are asked
    public MachineEndpoints(int port, Issuer issuer, List<String> scopes, TravellingClock clock) {
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
        this.origins = Set.of("http://127.0.0.1:" + port, "http://localhost:" + port);
        this.tokens = new TokenEndpoint(issuer, String.join(" ", scopes));
        this.clock = new ClockEndpoint(clock);
        this.issuer = new IssuerEndpoint(issuer);
    }

    Reply reply(Request request) {
        if (!isFromHere(request)) {
            return Reply.message(403, "This is for pages and programs of this machine.");
        }
        try {
            return switch (request.method() + " " + request.path()) {
                case "POST /local/tokens" -> tokens.issue(JsonBody.of(request));
                case "GET /local/clock" -> clock.read();
                case "PUT /local/clock" -> clock.set(JsonBody.of(request));
                case "DELETE /local/clock" -> clock.reset();
                case "GET /local/issuer/.well-known/openid-configuration" -> issuer.configuration();
                case "GET /local/issuer/.well-known/jwks.json" -> issuer.keys();
                default -> Reply.message(404, "Not Found");
            };
        } catch (BadInput e) {
            return Reply.message(e.status(), e.reason());
        }
    }

    private boolean isFromHere(Request request) {
        Optional<String> origin = request.header("origin");
        return request.header("host").filter(hosts::contains).isPresent()
                && (origin.isEmpty() || origins.contains(origin.get()));
    }
}
