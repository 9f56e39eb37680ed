package cairn.local.store;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/// Where DynamoDB answers, and as whom to ask: for the tables here, and for the functions through their
/// environment.
///
/// @param dynamoDb its endpoint
/// @param region part of every signature
/// @param keyId an access key's id
/// @param secretKey its secret
/// @param sessionToken for temporary credentials
public record AwsAccess(URI dynamoDb, String region, String keyId, String secretKey, Optional<String> sessionToken) {
    /// DynamoDB Local's: any credentials do, and the user's own are not passed around needlessly.
    public static AwsAccess toLocalEngine(URI dynamoDb, String region) {
        return new AwsAccess(dynamoDb, region, "local", "local", Optional.empty());
    }

    /// The variables from which an SDK in a function takes all this.
    public Map<String, String> variables() {
        var variables = new LinkedHashMap<String, String>();
        variables.put("AWS_REGION", region);
        variables.put("AWS_DEFAULT_REGION", region);
        variables.put("AWS_ACCESS_KEY_ID", keyId);
        variables.put("AWS_SECRET_ACCESS_KEY", secretKey);
        sessionToken.ifPresent(token -> variables.put("AWS_SESSION_TOKEN", token));
        variables.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.toString());
        return variables;
    }

    /// A client of the tables.
    public DynamoDbClient client() {
        return DynamoDbClient.builder()
                .endpointOverride(dynamoDb)
                .region(Region.of(region))
                .credentialsProvider(credentials())
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /// A client of their streams, which answer at the same place.
    public DynamoDbStreamsClient streams() {
        return DynamoDbStreamsClient.builder()
                .endpointOverride(dynamoDb)
                .region(Region.of(region))
                .credentialsProvider(credentials())
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /// Who signs.
    public AwsCredentials identity() {
        return sessionToken.isPresent()
                ? AwsSessionCredentials.create(keyId, secretKey, sessionToken.get())
                : AwsBasicCredentials.create(keyId, secretKey);
    }

    private StaticCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(identity());
    }
}
