package cairn.local.http;

import cairn.local.identity.Issuer;
import cairn.local.json.Json;
import java.util.Set;

/// `POST /local/tokens {sub, scope?}`: a token for that subject.
///
/// @param issuer signs
/// @param usualScope where none is asked for: all that the routes ask for
record TokenEndpoint(Issuer issuer, String usualScope) {
    Reply issue(JsonBody body) {
        body.refuseAllBut(Set.of("sub", "scope"));
        String scope = body.optionalText("scope").orElse(usualScope);
        String token = issuer.token(body.text("sub"), scope);
        return Reply.json(201, Json.object().put("token", token).toString()).with("cache-control", "no-store");
    }
}
