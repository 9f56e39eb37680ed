package cairn.local.http;

import cairn.local.identity.Issuer;
import cairn.local.json.Json;

/// What OpenID Connect Discovery asks an issuer to publish, as far as an authorizer needs it.
///
/// @param issuer this machine's
record IssuerEndpoint(Issuer issuer) {
    Reply configuration() {
        var configuration =
                Json.object().put("issuer", issuer.name()).put("jwks_uri", issuer.name() + "/.well-known/jwks.json");
        configuration.putArray("id_token_signing_alg_values_supported").add("RS256");
        configuration.putArray("response_types_supported").add("token");
        configuration.putArray("subject_types_supported").add("public");
        return Reply.json(200, configuration.toString());
    }

    Reply keys() {
        return Reply.json(200, issuer.publicKeys().toString());
    }
}
