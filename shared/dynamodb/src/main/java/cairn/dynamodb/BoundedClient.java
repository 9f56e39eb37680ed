package cairn.dynamodb;

import cairn.checkins.StoreUnavailable;
import java.time.Duration;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/// A client whose every call, retries included, ends by a deadline. The enhanced client takes no timeout
/// of its own for a request, so it is given this one.
///
/// It has the calls that a ledger makes and no other: a `Scan` is an [UnsupportedOperationException]. Which
/// of them a function may make, its role says.
record BoundedClient(DynamoDbClient client, Deadline deadline) implements DynamoDbClient {

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return client.getItem(
                request.toBuilder().overrideConfiguration(bounded(request)).build());
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return client.query(
                request.toBuilder().overrideConfiguration(bounded(request)).build());
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        return client.putItem(
                request.toBuilder().overrideConfiguration(bounded(request)).build());
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        return client.transactWriteItems(
                request.toBuilder().overrideConfiguration(bounded(request)).build());
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        return client.updateItem(
                request.toBuilder().overrideConfiguration(bounded(request)).build());
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        return client.batchWriteItem(
                request.toBuilder().overrideConfiguration(bounded(request)).build());
    }

    private AwsRequestOverrideConfiguration bounded(DynamoDbRequest request) {
        Duration left = deadline.left();
        if (left.isZero()) {
            throw new StoreUnavailable("no time left to ask DynamoDB");
        }
        return request.overrideConfiguration()
                .map(AwsRequestOverrideConfiguration::toBuilder)
                .orElseGet(AwsRequestOverrideConfiguration::builder)
                .apiCallTimeout(left)
                .build();
    }

    @Override
    public String serviceName() {
        return client.serviceName();
    }

    /// The client it stands before is the environment's, and stays open.
    @Override
    public void close() {}
}
