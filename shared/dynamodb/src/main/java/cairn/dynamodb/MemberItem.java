package cairn.dynamodb;

import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primarySortKey;

import cairn.checkins.CachedAnswer;
import cairn.checkins.Journey;
import cairn.checkins.Member;
import cairn.timeline.PlanHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/// A member's row.
///
/// @param write names the commit that wrote it. A commit whose acknowledgement was lost finds its own
///              name here, and knows that it was not somebody else who came first
record MemberItem(Member member, String write) {
    static final String VERSION_ATTRIBUTE = "version";

    private static final Column<PlanHistory.Change, String> PLAN = Column.text("plan", PlanHistory.Change::plan);
    private static final Column<PlanHistory.Change, LocalDate> SINCE = Column.day("since", PlanHistory.Change::since);
    private static final Column<PlanHistory, String> FIRST_PLAN = Column.text("first", PlanHistory::first);
    private static final Column<PlanHistory, List<PlanHistory.Change>> PLAN_CHANGES = Column.of(
            "changes",
            EnhancedType.listOf(Column.document(
                    PlanHistory.Change.class,
                    Column.schema(
                            PlanHistory.Change.class,
                            draft -> new PlanHistory.Change(PLAN.in(draft), SINCE.in(draft)),
                            List.of(PLAN, SINCE)))),
            PlanHistory::changes);

    private static final Column<CachedAnswer, String> JSON = Column.text("json", CachedAnswer::json);
    private static final Column<CachedAnswer, Instant> AS_OF = Column.instant("asOf", CachedAnswer::asOf);
    private static final Column<CachedAnswer, Instant> VALID_UNTIL =
            Column.instant("validUntil", CachedAnswer::validUntil);
    private static final Column<CachedAnswer, String> FINGERPRINT =
            Column.text("fingerprint", CachedAnswer::fingerprint);

    private static final Column<MemberItem, String> PK =
            Column.<MemberItem>text("pk", item -> item.key().pk()).tagged(primaryPartitionKey());
    private static final Column<MemberItem, String> SK =
            Column.<MemberItem>text("sk", item -> item.key().sk()).tagged(primarySortKey());
    private static final Column<MemberItem, String> WRITE = Column.text("write", MemberItem::write);
    private static final Column<MemberItem, Long> VERSION = Column.of(
            VERSION_ATTRIBUTE,
            EnhancedType.of(Long.class),
            item -> item.member().version());
    private static final Column<MemberItem, Integer> LIFE =
            Column.number("life", item -> item.member().life());
    private static final Column<MemberItem, LocalDate> LAST_DAY =
            Column.day("lastDay", item -> item.member().lastDay());
    private static final Column<MemberItem, String> ZONE =
            Column.text("zone", item -> idOf(item.member().zone()));
    private static final Column<MemberItem, String> LOCALE =
            Column.text("locale", item -> item.member().locale());
    private static final Column<MemberItem, PlanHistory> PLANS = Column.of(
            "plans",
            Column.document(
                    PlanHistory.class,
                    Column.schema(
                            PlanHistory.class,
                            draft -> new PlanHistory(FIRST_PLAN.in(draft), PLAN_CHANGES.in(draft)),
                            List.of(FIRST_PLAN, PLAN_CHANGES))),
            item -> item.member().plans());
    private static final Column<MemberItem, Map<String, Journey>> JOURNEYS = Column.of(
            "journeys",
            EnhancedType.mapOf(EnhancedType.of(String.class), JourneyDocument.TYPE),
            item -> item.member().journeys());
    private static final Column<MemberItem, CachedAnswer> ANSWER = Column.of(
            "answer",
            Column.document(
                    CachedAnswer.class,
                    Column.schema(
                            CachedAnswer.class,
                            draft -> new CachedAnswer(
                                    JSON.in(draft), AS_OF.in(draft), VALID_UNTIL.orNull(draft), FINGERPRINT.in(draft)),
                            List.of(JSON, AS_OF, VALID_UNTIL, FINGERPRINT))),
            item -> item.member().answer());

    static final StaticImmutableTableSchema<MemberItem, Draft> SCHEMA = Column.schema(
            MemberItem.class,
            MemberItem::read,
            List.of(PK, SK, WRITE, VERSION, LIFE, LAST_DAY, ZONE, LOCALE, PLANS, JOURNEYS, ANSWER));

    RowKey key() {
        return RowKey.ofMember(member.id());
    }

    private static MemberItem read(Draft draft) {
        String zone = ZONE.orNull(draft);
        Member member = new Member(
                RowKey.memberOf(PK.in(draft)),
                VERSION.in(draft),
                LIFE.in(draft),
                LAST_DAY.orNull(draft),
                zone == null ? null : ZoneId.of(zone),
                LOCALE.orNull(draft),
                PLANS.in(draft),
                new TreeMap<>(JOURNEYS.in(draft)),
                ANSWER.orNull(draft));
        return new MemberItem(member, WRITE.in(draft));
    }

    private static @Nullable String idOf(@Nullable ZoneId zone) {
        return zone == null ? null : zone.getId();
    }
}
