package cairn.dynamodb;

import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/// The one place where an SDK client is set up. One is built per environment and kept; what bounds a
/// single invocation is its [Deadline].
///
/// The SDK's own defaults were seen to block for 52 s under throttling and for over 65 s on a server that
/// never answers, while API Gateway gives up after 30 s.
public final class DynamoDbClients {
    static final Duration LONGEST_CALL = Duration.ofSeconds(5);
    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(1);
    private static final int MOST_ATTEMPTS = 3;

    private DynamoDbClients() {}

    /// Credentials, region and endpoint come from where the SDK looks for them by itself.
    public static DynamoDbClient fromEnvironment() {
        return builder(List.of()).build();
    }

    /// The same, still open for another endpoint.
    ///
    /// @param interceptors see every call, in this order
    public static DynamoDbClientBuilder builder(List<ExecutionInterceptor> interceptors) {
        return DynamoDbClient.builder()
                .httpClientBuilder(httpClient())
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .apiCallTimeout(LONGEST_CALL)
                        .apiCallAttemptTimeout(LONGEST_ATTEMPT)
                        .retryStrategy(fewAttempts())
                        .executionInterceptors(interceptors)
                        .build());
    }

    /// A blocked read is ended by its own timeout too: an interrupt alone does not wake one.
    static UrlConnectionHttpClient.Builder httpClient() {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(LONGEST_ATTEMPT)
                .socketTimeout(LONGEST_ATTEMPT);
    }

    private static RetryStrategy fewAttempts() {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(MOST_ATTEMPTS)
                .backoffStrategy(BackoffStrategy.exponentialDelay(Duration.ofMillis(25), Duration.ofMillis(250)))
                .throttlingBackoffStrategy(
                        BackoffStrategy.exponentialDelay(Duration.ofMillis(100), Duration.ofMillis(500)))
                .build();
    }
}
