package cairn.dynamodb;

import cairn.checkins.Change;
import cairn.checkins.Change.CheckInWrite;
import cairn.checkins.CheckInId;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.model.Page;
import software.amazon.awssdk.enhanced.dynamodb.model.PutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// The one table, as its two kinds of row are seen until a deadline. Every read is strongly consistent.
record Table(DynamoDbEnhancedClient client, DynamoDbTable<MemberItem> members, DynamoDbTable<CheckInItem> checkIns) {
    static final int MOST_ROWS = 100;
    static final Ledger.Page NO_ROWS = new Ledger.Page(List.of(), false);

    static final int MEMBER_IN_TRANSACTION = 0;
    static final int CHECK_IN_IN_TRANSACTION = 1;

    private static final Expression IF_ABSENT =
            Expression.builder().expression("attribute_not_exists(pk)").build();
    private static final Expression IF_PRESENT =
            Expression.builder().expression("attribute_exists(pk)").build();

    static Table until(Deadline deadline, DynamoDbClient client, String name) {
        DynamoDbEnhancedClient enhanced = DynamoDbEnhancedClient.builder()
                .dynamoDbClient(new BoundedClient(client, deadline))
                .extensions(List.of())
                .build();
        return new Table(enhanced, enhanced.table(name, MemberItem.SCHEMA), enhanced.table(name, CheckInItem.SCHEMA));
    }

    Optional<MemberItem> member(RowKey key) {
        return Optional.ofNullable(
                members.getItem(request -> request.key(key.key()).consistentRead(true)));
    }

    Optional<CheckInItem> checkIn(MemberId id, CheckInId checkIn) {
        RowKey key = RowKey.ofCheckIn(id, checkIn);
        return Optional.ofNullable(
                checkIns.getItem(request -> request.key(key.key()).consistentRead(true)));
    }

    /// Writes the member's row where it has the expected version.
    void put(MemberItem item, long expectedVersion) {
        members.putItem(PutItemEnhancedRequest.builder(MemberItem.class)
                .item(item)
                .conditionExpression(ifVersionIs(expectedVersion))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build());
    }

    /// Writes both rows or none. The token makes DynamoDB answer a repeated request as it did the first.
    void put(MemberItem item, long expectedVersion, CheckInWrite write) {
        client.transactWriteItems(TransactWriteItemsEnhancedRequest.builder()
                .addPutItem(
                        members,
                        TransactPutItemEnhancedRequest.builder(MemberItem.class)
                                .item(item)
                                .conditionExpression(ifVersionIs(expectedVersion))
                                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                                .build())
                .addPutItem(
                        checkIns,
                        TransactPutItemEnhancedRequest.builder(CheckInItem.class)
                                .item(new CheckInItem(item.standing().id(), write.row()))
                                .conditionExpression(ifAllows(write))
                                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                                .build())
                .clientRequestToken(item.write())
                .build());
    }

    private static Expression ifVersionIs(long expected) {
        return expected == 0
                ? IF_ABSENT
                : Expression.builder()
                        .expression("#version = :expected")
                        .putExpressionName("#version", MemberItem.VERSION_ATTRIBUTE)
                        .putExpressionValue(":expected", AttributeValue.fromN(Long.toString(expected)))
                        .build();
    }

    private static Expression ifAllows(CheckInWrite write) {
        return switch (write) {
            case Change.Open _ -> IF_ABSENT;
            case Change.Replace _ -> IF_PRESENT;
        };
    }

    /// One page of index `history`: one query.
    ///
    /// @param limit one more is asked for, for whether there are more can't be told from a page that is
    ///              just full
    Ledger.Page history(
            QueryConditional which, boolean oldestFirst, @Nullable Map<String, AttributeValue> after, int limit) {
        QueryEnhancedRequest.Builder request = QueryEnhancedRequest.builder()
                .queryConditional(which)
                .consistentRead(true)
                .scanIndexForward(oldestFirst)
                .limit(limit + 1);
        if (after != null) {
            request.exclusiveStartKey(after);
        }
        Page<CheckInItem> page = checkIns.index(CheckInItem.HISTORY_INDEX).query(request.build()).stream()
                .findFirst()
                .orElseThrow();
        boolean more = page.items().size() > limit || page.lastEvaluatedKey() != null;
        return new Ledger.Page(
                page.items().stream().limit(limit).map(CheckInItem::checkIn).toList(), more);
    }

    static Map<String, AttributeValue> historyKey(MemberId id, Ledger.Position position) {
        RowKey row = RowKey.ofCheckIn(id, position.id());
        Map<String, AttributeValue> key = new HashMap<>();
        key.put("pk", AttributeValue.fromS(row.pk()));
        key.put("sk", AttributeValue.fromS(row.sk()));
        key.put(CheckInItem.HISTORY_INDEX, AttributeValue.fromS(RowKey.history(position.id(), position.date())));
        return key;
    }
}
