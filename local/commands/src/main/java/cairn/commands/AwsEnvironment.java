package cairn.commands;

import cairn.dynamodb.DynamoDbClients;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Where the SDK looks by itself: region, credentials, and the endpoint if it is another than AWS's. What is
/// missing is found before the first request, which would retry in vain and say that the store is away.
final class AwsEnvironment {
    private AwsEnvironment() {}

    /// @throws Unusable if the environment does not say enough
    static DynamoDbClient client() {
        Region region = region();
        AwsCredentialsProvider credentials = credentials();
        try {
            return DynamoDbClients.builder(List.of())
                    .region(region)
                    .credentialsProvider(credentials)
                    .build();
        } catch (SdkException | IllegalArgumentException unusable) {
            throw new Unusable("the AWS environment cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    private static Region region() {
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion();
        } catch (SdkException | IllegalArgumentException none) {
            throw new Unusable("no AWS region is set: set AWS_REGION, or AWS_PROFILE to a profile that has one", none);
        }
    }

    private static AwsCredentialsProvider credentials() {
        AwsCredentialsProvider provider = DefaultCredentialsProvider.builder().build();
        try {
            provider.resolveCredentials();
            return provider;
        } catch (SdkException | IllegalArgumentException none) {
            throw new Unusable(
                    "no AWS credentials were found: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
                    none);
        }
    }
}
