package cairn.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.UUID;

/// Issues tokens to whoever asks: in its place a real deployment has Cognito, Auth0 or the like.
public final class Issuer {
    /// Long enough for a demonstration to be picked up again weeks later.
    private static final Duration LIFE = Duration.ofDays(90);

    private final String name;
    private final String audience;
    private final JWKSet keys;
    private final InstantSource clock;

    /// @param name its address, the `iss` claim
    /// @param audience the `aud` claim
    /// @param keys from [#newKeys()], the first of which signs
    /// @param clock the real one
    public Issuer(String name, String audience, String keys, InstantSource clock) {
        this.name = name;
        this.audience = audience;
        this.clock = clock;
        try {
            this.keys = JWKSet.parse(keys);
        } catch (ParseException e) {
            throw new IllegalStateException("the issuer's keys are damaged", e);
        }
    }

    /// A key set with one new private key, as JSON.
    public static String newKeys() {
        try {
            return new JWKSet(new RSAKeyGenerator(2048)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.RS256)
                            .keyIDFromThumbprint(true)
                            .generate())
                    .toString(false);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @param subject the member
    /// @param scope separated by spaces
    public String token(String subject, String scope) {
        Instant now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(name)
                .subject(subject)
                .audience(audience)
                .claim("scope", scope)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .build();
        RSAKey key = keys.getKeys().getFirst().toRSAKey();
        var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The keys that others may have.
    public JWKSet publicKeys() {
        return keys.toPublicJWKSet();
    }

    /// Its address, the `iss` claim.
    public String name() {
        return name;
    }
}
