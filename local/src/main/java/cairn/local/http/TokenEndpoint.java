package cairn.local.http;

import cairn.local.identity.Issuer;
import cairn.local.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// `POST /local/tokens {sub, scope?}`: a token for that subject. Half a surrogate pair would be signed as a question
/// mark, and two subjects would have one token.
///
/// @param issuer signs
/// @param usualScope where none is asked for: all that the routes ask for
record TokenEndpoint(Issuer issuer, String usualScope) {
    Reply issue(JsonBody body) {
        body.refuseAllBut(Set.of("sub", "scope"));
        String scope = body.optionalText("scope").orElse(usualScope);
        String subject = body.text("sub");
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(subject)) {
            throw new BadInput(400, "/sub must be Unicode text.");
        }
        String token = issuer.token(subject, scope);
        return Reply.json(201, Json.object().put("token", token).toString()).with("cache-control", "no-store");
    }
}
