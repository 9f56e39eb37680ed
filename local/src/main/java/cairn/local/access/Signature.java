package cairn.local.access;

import cairn.local.store.AwsAccess;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/// Signs a function's request again, as who owns the store: the function has keys that only this machine knows.
///
/// @param store where it goes, and as whom
record Signature(AwsAccess store) {
    private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

    /// What a signature makes anew, and what belongs to a connection.
    private static final Set<String> DROPPED = Set.of(
            "authorization",
            "connection",
            "content-length",
            "expect",
            "host",
            "transfer-encoding",
            "x-amz-content-sha256",
            "x-amz-date",
            "x-amz-security-token");

    /// Set by the connection itself.
    private static final Set<String> OF_THE_CONNECTION = Set.of("host", "content-length");

    /// The headers with which the request is sent on.
    Map<String, List<String>> headers(Map<String, List<String>> received, byte[] body) {
        SdkHttpRequest.Builder request =
                SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(store.dynamoDb());
        received.forEach((name, values) -> {
            if (!DROPPED.contains(name.toLowerCase(Locale.ROOT))) {
                request.putHeader(name, values);
            }
        });
        SignedRequest signed = SIGNER.sign(sign -> sign.identity(store.identity())
                .request(request.build())
                .payload(() -> new ByteArrayInputStream(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "dynamodb")
                .putProperty(AwsV4HttpSigner.REGION_NAME, store.region()));
        return signed.request().headers().entrySet().stream()
                .filter(header -> !OF_THE_CONNECTION.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
