package cairn.local.identity;

import cairn.local.identity.Verdict.Forbidden;
import cairn.local.identity.Verdict.Granted;
import cairn.local.identity.Verdict.Unauthorized;
import cairn.local.template.Api.Authorization;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// API Gateway's JWT authorizer.
///
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
public final class Authorizer {
    private final JWKSet keys;
    private final InstantSource clock;

    /// @param keys the issuer's, those of yesterday included
    /// @param clock the real one: a token must outlive a journey through time
    public Authorizer(JWKSet keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /// @param header `Authorization`, with or without `Bearer`
    /// @param asked what the route asks for
    public Verdict verdict(Optional<String> header, Authorization asked) {
        if (header.isEmpty()) {
            return new Unauthorized("no token");
        }
        try {
            SignedJWT token = SignedJWT.parse(header.get().replaceFirst("(?i)^Bearer\\s+", ""));
            JWTClaimsSet claims = token.getJWTClaimsSet();
            Optional<String> fault = signatureFault(token).or(() -> claimsFault(claims, asked));
            if (fault.isPresent()) {
                return new Unauthorized(fault.get());
            }
            return isInScope(claims, asked.scopes())
                    ? new Granted(Claims.asText(claims), asked.scopes())
                    : new Forbidden("the token has none of the scopes");
        } catch (ParseException malformed) {
            return new Unauthorized("the token is malformed");
        }
    }

    private Optional<String> signatureFault(SignedJWT token) {
        if (!JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())) {
            return Optional.of("the token is not signed with RS256");
        }
        String keyId = token.getHeader().getKeyID();
        JWK key = keyId == null ? null : keys.getKeyByKeyId(keyId);
        return key != null && isSigned(token, key)
                ? Optional.empty()
                : Optional.of("the token is signed by none of the issuer's keys");
    }

    private static boolean isSigned(SignedJWT token, JWK key) {
        try {
            return token.verify(new RSASSAVerifier(key.toRSAKey().toRSAPublicKey()));
        } catch (JOSEException e) {
            return false;
        }
    }

    private Optional<String> claimsFault(JWTClaimsSet claims, Authorization asked) {
        Instant now = clock.instant();
        if (!asked.issuer().equals(claims.getIssuer())) {
            return Optional.of("the token does not have the issuer");
        }
        if (!isFor(claims, asked.audience())) {
            return Optional.of("the token does not have a valid audience");
        }
        if (!instant(claims.getExpirationTime()).filter(now::isBefore).isPresent()) {
            return Optional.of("the token has expired");
        }
        if (instant(claims.getNotBeforeTime()).filter(now::isBefore).isPresent()
                || instant(claims.getIssueTime()).filter(now::isBefore).isPresent()) {
            return Optional.of("the token is not valid yet");
        }
        return Optional.empty();
    }

    /// Cognito's access tokens have a `client_id` where others have `aud`; it counts only where there is no `aud`.
    private static boolean isFor(JWTClaimsSet claims, List<String> audience) {
        List<String> named = claims.getAudience().isEmpty()
                ? List.of(Objects.toString(claims.getClaim("client_id"), ""))
                : claims.getAudience();
        return named.stream().anyMatch(audience::contains);
    }

    private static Optional<Instant> instant(@Nullable Date claimed) {
        return Optional.ofNullable(claimed).map(Date::toInstant);
    }

    private static boolean isInScope(JWTClaimsSet claims, List<String> scopes) {
        Object claimed = claims.getClaims().containsKey("scope") ? claims.getClaim("scope") : claims.getClaim("scp");
        List<String> had = claimed instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : Arrays.asList(Objects.toString(claimed, "").split(" ", -1));
        return scopes.isEmpty() || scopes.stream().anyMatch(had::contains);
    }
}
