package cairn.dynamodb;

import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primarySortKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.secondaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.secondarySortKey;

import cairn.checkins.Ledger.Nominee;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What the index `due` holds of a member: the keys and nothing else.
record NomineeItem(Nominee nominee) {
    static final String SHARD_ATTRIBUTE = "dueShard";
    static final String AT_ATTRIBUTE = "nextActionAt";

    private static final Column<NomineeItem, String> PK =
            Column.<NomineeItem>text("pk", item -> item.key().pk()).tagged(primaryPartitionKey());
    private static final Column<NomineeItem, String> SK =
            Column.<NomineeItem>text("sk", item -> item.key().sk()).tagged(primarySortKey());
    private static final Column<NomineeItem, String> SHARD = Column.<NomineeItem>text(
                    SHARD_ATTRIBUTE, item -> shardText(item.nominee().id().shard()))
            .tagged(secondaryPartitionKey(MemberItem.DUE_INDEX));
    private static final Column<NomineeItem, Instant> AT = Column.<NomineeItem>instant(
                    AT_ATTRIBUTE, item -> item.nominee().at())
            .tagged(secondarySortKey(MemberItem.DUE_INDEX));

    static final StaticImmutableTableSchema<NomineeItem, Draft> SCHEMA = Column.schema(
            NomineeItem.class,
            draft -> new NomineeItem(new Nominee(RowKey.memberOf(PK.in(draft)), AT.in(draft))),
            List.of(PK, SK, SHARD, AT));

    static String shardText(int shard) {
        return Integer.toString(shard);
    }

    /// An instant as the index sorts it.
    static AttributeValue text(Instant at) {
        return new InstantConverter().transformFrom(at);
    }

    RowKey key() {
        return RowKey.ofMember(nominee.id());
    }

    /// Where the index goes on after this one.
    Map<String, AttributeValue> position() {
        return new HashMap<>(SCHEMA.itemToMap(this, true));
    }
}
