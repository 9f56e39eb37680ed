package cairn.dynamodb;

import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primarySortKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.secondarySortKey;

import cairn.checkins.Answer;
import cairn.checkins.CheckIn;
import cairn.checkins.CheckInId;
import cairn.checkins.Completion;
import cairn.checkins.MemberId;
import cairn.checkins.OpenedSlot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/// A check-in's row. Life, program, run and slot are in its id, which is kept as clients know it.
record CheckInItem(MemberId member, CheckIn checkIn) {
    /// The local index that has a member's check-ins by run and date.
    static final String HISTORY_INDEX = "history";

    private static final Column<Completion, Map<String, Answer>> ANSWERS =
            new Column<>("answers", AnswersConverter.TYPE, Completion::answers, new AnswersConverter(), List.of());
    private static final Column<Completion, Instant> ANSWERED_AT = Column.instant("answeredAt", Completion::answeredAt);
    private static final Column<Completion, Instant> COMPLETED_AT =
            Column.instant("completedAt", Completion::completedAt);
    private static final Column<Completion, Boolean> LATE =
            Column.of("late", EnhancedType.of(Boolean.class), Completion::late);

    private static final Column<CheckInItem, String> PK =
            Column.<CheckInItem>text("pk", item -> item.key().pk()).tagged(primaryPartitionKey());
    private static final Column<CheckInItem, String> SK =
            Column.<CheckInItem>text("sk", item -> item.key().sk()).tagged(primarySortKey());
    private static final Column<CheckInItem, String> HISTORY =
            Column.text(HISTORY_INDEX, CheckInItem::history).tagged(secondarySortKey(HISTORY_INDEX));
    private static final Column<CheckInItem, String> ID =
            Column.text("id", item -> item.checkIn().id().text());
    private static final Column<CheckInItem, OpenedSlot> OPENED =
            Column.of("opened", OpenedSlotDocument.TYPE, item -> item.checkIn().opened());
    private static final Column<CheckInItem, Completion> COMPLETION = Column.of(
            "completion",
            Column.document(
                    Completion.class,
                    Column.schema(
                            Completion.class,
                            draft -> new Completion(
                                    ANSWERS.in(draft), ANSWERED_AT.in(draft), COMPLETED_AT.in(draft), LATE.in(draft)),
                            List.of(ANSWERS, ANSWERED_AT, COMPLETED_AT, LATE))),
            item -> item.checkIn().completion());

    static final StaticImmutableTableSchema<CheckInItem, Draft> SCHEMA =
            Column.schema(CheckInItem.class, CheckInItem::read, List.of(PK, SK, HISTORY, ID, OPENED, COMPLETION));

    RowKey key() {
        return RowKey.ofCheckIn(member, checkIn.id());
    }

    private String history() {
        return RowKey.history(checkIn.id(), checkIn.opened().slot().date());
    }

    private static CheckInItem read(Draft draft) {
        String text = ID.in(draft);
        CheckInId id = CheckInId.parse(text).orElseThrow(() -> new IllegalStateException("no check-in's id: " + text));
        CheckIn checkIn = new CheckIn(id.life(), id.program(), id.run(), OPENED.in(draft), COMPLETION.orNull(draft));
        return new CheckInItem(RowKey.memberOf(PK.in(draft)), checkIn);
    }
}
