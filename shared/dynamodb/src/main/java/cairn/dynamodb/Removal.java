package cairn.dynamodb;

import cairn.checkins.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Deletes the check-ins of lives that are over: one query over one range of keys, whatever the life, and then
/// what it found. So the cost follows the rows that exist, and what is deleted already is not met again.
record Removal(DynamoDbClient client, String table) {
    /// AWS: DynamoDB API Reference, BatchWriteItem.
    private static final int MOST_IN_A_BATCH = 25;

    private static final int MOST_IN_A_STEP = 100;

    static Removal until(Deadline deadline, DynamoDbClient client, String table) {
        return new Removal(new BoundedClient(client, deadline), table);
    }

    /// One step. What DynamoDB leaves unprocessed is found again by the next one.
    ///
    /// @return whether none is left
    boolean of(MemberId id, int life) {
        QueryResponse page = page(id, life, Map.of());
        List<WriteRequest> deletions = deletions(page, life);
        while (deletions.isEmpty() && page.hasLastEvaluatedKey()) {
            page = page(id, life, page.lastEvaluatedKey());
            deletions = deletions(page, life);
        }
        return areDone(deletions) && !page.hasLastEvaluatedKey();
    }

    private QueryResponse page(MemberId id, int life, Map<String, AttributeValue> after) {
        return client.query(request -> request.tableName(table)
                .consistentRead(true)
                .limit(MOST_IN_A_STEP)
                .projectionExpression("pk, sk")
                .keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :last")
                .expressionAttributeValues(Map.of(
                        ":pk", AttributeValue.fromS(RowKey.ofMember(id).pk()),
                        ":first", AttributeValue.fromS(RowKey.OF_A_CHECK_IN),
                        ":last", AttributeValue.fromS(RowKey.endOfCheckIns(life))))
                .exclusiveStartKey(after.isEmpty() ? null : after));
    }

    /// The range can hold rows of a later life, since keys sort as text. They stay.
    private static List<WriteRequest> deletions(QueryResponse page, int life) {
        return page.items().stream()
                .filter(key -> isOver(key, life))
                .map(key -> WriteRequest.builder()
                        .deleteRequest(DeleteRequest.builder().key(key).build())
                        .build())
                .toList();
    }

    private static boolean isOver(Map<String, AttributeValue> key, int life) {
        AttributeValue sk = key.get("sk");
        return sk != null && RowKey.lifeOf(sk.s()) <= life;
    }

    private boolean areDone(List<WriteRequest> deletions) {
        List<WriteRequest> unprocessed = new ArrayList<>();
        for (int from = 0; from < deletions.size(); from += MOST_IN_A_BATCH) {
            List<WriteRequest> batch = deletions.subList(from, Math.min(from + MOST_IN_A_BATCH, deletions.size()));
            client.batchWriteItem(request -> request.requestItems(Map.of(table, batch)))
                    .unprocessedItems()
                    .values()
                    .forEach(unprocessed::addAll);
        }
        return unprocessed.isEmpty();
    }
}
