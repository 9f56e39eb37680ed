package cairn.dynamodb;

import cairn.checkins.Ledger;
import cairn.checkins.Ledger.Nominee;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.Page;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// The index `due`: who comes next, in shards. It follows the table a moment later, so it only nominates.
record DueIndex(DynamoDbClient client, String table, DynamoDbIndex<NomineeItem> index) {
    static final int MOST_NOMINEES = 100;

    /// How often a member was moved back since their row was last written. Every write of the row drops it.
    private static final String FAILURES = "sweepFailures";

    static DueIndex until(Deadline deadline, DynamoDbClient client, String table) {
        DynamoDbClient bounded = new BoundedClient(client, deadline);
        DynamoDbEnhancedClient enhanced = DynamoDbEnhancedClient.builder()
                .dynamoDbClient(bounded)
                .extensions(List.of())
                .build();
        return new DueIndex(
                bounded, table, enhanced.table(table, NomineeItem.SCHEMA).index(MemberItem.DUE_INDEX));
    }

    Ledger.Nominees page(int shard, Instant until, @Nullable Nominee after) {
        Key latest = Key.builder()
                .partitionValue(NomineeItem.shardText(shard))
                .sortValue(NomineeItem.text(until))
                .build();
        QueryEnhancedRequest.Builder request = QueryEnhancedRequest.builder()
                .queryConditional(QueryConditional.sortLessThanOrEqualTo(latest))
                .limit(MOST_NOMINEES);
        if (after != null) {
            request.exclusiveStartKey(new NomineeItem(after).position());
        }
        Page<NomineeItem> page =
                index.query(request.build()).stream().findFirst().orElseThrow();
        return new Ledger.Nominees(
                page.items().stream().map(NomineeItem::nominee).toList(), page.lastEvaluatedKey() != null);
    }

    void moveBack(Nominee nominee, IntFunction<Instant> until) {
        RowKey row = new NomineeItem(nominee).key();
        Map<String, AttributeValue> key =
                Map.of("pk", AttributeValue.fromS(row.pk()), "sk", AttributeValue.fromS(row.sk()));
        int failures = failures(key);
        try {
            client.updateItem(request -> request.tableName(table)
                    .key(key)
                    .updateExpression("SET #at = :until, #failures = :failures")
                    .conditionExpression("#at = :nominated")
                    .expressionAttributeNames(Map.of("#at", NomineeItem.AT_ATTRIBUTE, "#failures", FAILURES))
                    .expressionAttributeValues(Map.of(
                            ":until", NomineeItem.text(until.apply(failures)),
                            ":failures", AttributeValue.fromN(Integer.toString(failures + 1)),
                            ":nominated", NomineeItem.text(nominee.at()))));
        } catch (ConditionalCheckFailedException somethingElseHappened) {
            return;
        }
    }

    private int failures(Map<String, AttributeValue> key) {
        AttributeValue before = client.getItem(request ->
                        request.tableName(table).key(key).consistentRead(true).projectionExpression(FAILURES))
                .item()
                .get(FAILURES);
        return before == null ? 0 : Integer.parseInt(before.n());
    }
}
