package cairn.dynamodb;

import cairn.checkins.MemberId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Deletes the check-ins of a life that is over. Their keys carry the life, so those of a later one cannot
/// be met.
record Removal(DynamoDbClient client, String table, Deadline deadline) {
    /// AWS: DynamoDB API Reference, BatchWriteItem.
    private static final int MOST_IN_A_BATCH = 25;

    /// Less than this is left for whoever comes next.
    private static final Duration ONE_ROUND = Duration.ofMillis(500);

    static Removal until(Deadline deadline, DynamoDbClient client, String table) {
        return new Removal(new BoundedClient(client, deadline), table, deadline);
    }

    /// What DynamoDB leaves unprocessed is found again by the next query.
    ///
    /// @return whether none is left
    boolean of(MemberId id, int life) {
        while (deadline.left().compareTo(ONE_ROUND) > 0) {
            List<WriteRequest> deletions = some(id, life).stream()
                    .map(key -> WriteRequest.builder()
                            .deleteRequest(DeleteRequest.builder().key(key).build())
                            .build())
                    .toList();
            if (deletions.isEmpty()) {
                return true;
            }
            client.batchWriteItem(request -> request.requestItems(Map.of(table, deletions)));
        }
        return false;
    }

    private List<Map<String, AttributeValue>> some(MemberId id, int life) {
        return client.query(request -> request.tableName(table)
                        .consistentRead(true)
                        .limit(MOST_IN_A_BATCH)
                        .projectionExpression("pk, sk")
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :ofLife)")
                        .expressionAttributeValues(Map.of(
                                ":pk",
                                AttributeValue.fromS(RowKey.ofMember(id).pk()),
                                ":ofLife",
                                AttributeValue.fromS(RowKey.checkInsOf(life)))))
                .items();
    }
}
