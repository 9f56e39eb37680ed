package cairn.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.local.identity.Verdict.Forbidden;
import cairn.local.identity.Verdict.Granted;
import cairn.local.identity.Verdict.Unauthorized;
import cairn.local.template.Api.Authorization;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AuthorizerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String ISSUER = "http://127.0.0.1:3000/local/issuer";
    private static final Authorization ASKED =
            new Authorization(ISSUER, List.of("cairn"), List.of("cairn/member", "cairn/operator"));
    private static final RSAKey OLD_KEY = newKey();
    private static final RSAKey NEW_KEY = newKey();
    private static final RSAKey STRANGE_KEY = newKey();

    private final Authorizer authorizer =
            new Authorizer(new JWKSet(List.<JWK>of(NEW_KEY, OLD_KEY)).toPublicJWKSet(), InstantSource.fixed(NOW));

    @Test
    void aTokenOfTheLocalIssuerIsGranted() {
        String keys = Issuer.newKeys();
        var issuer = new Issuer(ISSUER, "cairn", keys, InstantSource.fixed(NOW));
        var itsAuthorizer = new Authorizer(issuer.publicKeys(), InstantSource.fixed(NOW.plusSeconds(3600)));

        Verdict verdict = itsAuthorizer.verdict(Optional.of("Bearer " + issuer.token("ada", "x cairn/member")), ASKED);

        assertThat(verdict).isInstanceOfSatisfying(Granted.class, granted -> {
            assertThat(granted.claims())
                    .containsEntry("sub", "ada")
                    .containsEntry("iss", ISSUER)
                    .containsEntry("aud", "cairn")
                    .containsEntry("scope", "x cairn/member")
                    .containsEntry("iat", Long.toString(NOW.getEpochSecond()));
            assertThat(granted.scopes()).containsExactly("cairn/member", "cairn/operator");
        });
    }

    @Test
    void anIssuerMadeOfTheSameKeysTakesItsEarlierTokens() {
        String keys = Issuer.newKeys();
        String token = new Issuer(ISSUER, "cairn", keys, InstantSource.fixed(NOW)).token("ada", "cairn/member");
        var restarted = new Issuer(ISSUER, "cairn", keys, InstantSource.fixed(NOW));

        assertThat(new Authorizer(restarted.publicKeys(), InstantSource.fixed(NOW)).verdict(Optional.of(token), ASKED))
                .isInstanceOf(Granted.class);
    }

    @Test
    void thePublishedKeysHaveNoPrivatePart() {
        var issuer = new Issuer(ISSUER, "cairn", Issuer.newKeys(), InstantSource.fixed(NOW));

        assertThat(issuer.publicKeys().getKeys()).noneMatch(JWK::isPrivate);
    }

    @Test
    void bothKeysOfARotationCount() {
        assertThat(verdict(signed(OLD_KEY, usual()))).isInstanceOf(Granted.class);
        assertThat(verdict(signed(NEW_KEY, usual()))).isInstanceOf(Granted.class);
    }

    @Test
    void bearerMayBeSaidOrNot() {
        String token = signed(NEW_KEY, usual());

        assertThat(verdict("bearer " + token)).isInstanceOf(Granted.class);
        assertThat(verdict(token)).isInstanceOf(Granted.class);
    }

    @Test
    void aTokenThatIsNoneIsUnauthorized() {
        assertThat(authorizer.verdict(Optional.empty(), ASKED)).isInstanceOf(Unauthorized.class);
        for (String token : List.of("", "Bearer", "Bearer ", "abc", "a.b.c", "Basic YTpi")) {
            assertThat(verdict(token)).as(token).isInstanceOf(Unauthorized.class);
        }
    }

    @Test
    void onlyRs256ByAKeyOfTheIssuerCounts() throws JOSEException {
        assertThat(verdict(signed(STRANGE_KEY, usual()))).isInstanceOf(Unauthorized.class);
        assertThat(verdict(new PlainJWT(usual().build()).serialize())).isInstanceOf(Unauthorized.class);
        assertThat(verdict(signed(NEW_KEY, JWSAlgorithm.RS512, NEW_KEY.getKeyID(), usual())))
                .isInstanceOf(Unauthorized.class);
        assertThat(verdict(signed(STRANGE_KEY, JWSAlgorithm.RS256, NEW_KEY.getKeyID(), usual())))
                .as("a known key's id on another key's signature")
                .isInstanceOf(Unauthorized.class);
        // The classic confusion: the public key taken for a shared secret.
        var confused = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(NEW_KEY.getKeyID())
                        .build(),
                usual().build());
        confused.sign(new MACSigner(NEW_KEY.toRSAPublicKey().getEncoded()));
        assertThat(verdict(confused.serialize())).isInstanceOf(Unauthorized.class);
    }

    @Test
    void aTokenWhoseContentWasChangedIsUnauthorized() {
        String[] ada = signed(NEW_KEY, usual()).split("\\.", -1);
        String[] eve = signed(NEW_KEY, usual().subject("eve")).split("\\.", -1);

        assertThat(verdict(ada[0] + "." + eve[1] + "." + ada[2])).isInstanceOf(Unauthorized.class);
    }

    @Test
    void issuerAudienceAndTimesAreChecked() {
        Map<String, UnaryOperator<JWTClaimsSet.Builder>> spoiled = Map.of(
                "another issuer", claims -> claims.issuer("http://elsewhere"),
                "no issuer", claims -> claims.issuer(null),
                "another audience", claims -> claims.audience("other"),
                "expired this second", claims -> claims.expirationTime(Date.from(NOW)),
                "no expiry", claims -> claims.expirationTime(null),
                "not valid yet", claims -> claims.notBeforeTime(Date.from(NOW.plusSeconds(1))),
                "from the future", claims -> claims.issueTime(Date.from(NOW.plusSeconds(1))));

        spoiled.forEach((how, spoil) -> assertThat(verdict(signed(NEW_KEY, spoil.apply(usual()))))
                .as(how)
                .isInstanceOf(Unauthorized.class));
    }

    @Test
    void theClientIdCountsOnlyWithoutAnAudience() {
        var cognito = usual().audience((String) null).claim("client_id", "cairn");
        var both = usual().audience("other").claim("client_id", "cairn");

        assertThat(verdict(signed(NEW_KEY, cognito))).isInstanceOf(Granted.class);
        assertThat(verdict(signed(NEW_KEY, both))).isInstanceOf(Unauthorized.class);
    }

    @Test
    void aKnownMemberWithoutTheScopeIsForbidden() {
        assertThat(verdict(signed(NEW_KEY, usual().claim("scope", "cairn cairn/members"))))
                .isInstanceOf(Forbidden.class);
        assertThat(verdict(signed(NEW_KEY, usual().claim("scope", null)))).isInstanceOf(Forbidden.class);
    }

    @Test
    void scopesMayBeAListUnderTheirOtherName() {
        assertThat(verdict(signed(NEW_KEY, usual().claim("scope", null).claim("scp", List.of("a", "cairn/operator")))))
                .isInstanceOf(Granted.class);
    }

    @Test
    void everyClaimReachesTheFunctionAsText() {
        var claims = usual().claim("age", 42).claim("admin", true).claim("groups", List.of("a", "b"));

        assertThat(verdict(signed(NEW_KEY, claims)))
                .isInstanceOfSatisfying(
                        Granted.class,
                        granted -> assertThat(granted.claims())
                                .containsEntry("age", "42")
                                .containsEntry("admin", "true")
                                .containsEntry("groups", "[a b]"));
    }

    private Verdict verdict(String header) {
        return authorizer.verdict(Optional.of(header), ASKED);
    }

    private static JWTClaimsSet.Builder usual() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("ada")
                .audience(new ArrayList<>(List.of("cairn")))
                .claim("scope", "cairn/member")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(60)));
    }

    private static String signed(RSAKey key, JWTClaimsSet.Builder claims) {
        return signed(key, JWSAlgorithm.RS256, key.getKeyID(), claims);
    }

    private static String signed(RSAKey key, JWSAlgorithm algorithm, String keyId, JWTClaimsSet.Builder claims) {
        try {
            var token =
                    new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return JWKSet.parse(Issuer.newKeys()).getKeys().getFirst().toRSAKey();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
