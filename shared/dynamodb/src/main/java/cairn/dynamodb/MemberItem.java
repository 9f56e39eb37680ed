package cairn.dynamodb;

import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primarySortKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.secondaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.secondarySortKey;

import cairn.checkins.CachedAnswer;
import cairn.checkins.Journey;
import cairn.checkins.Member;
import cairn.checkins.Nobody;
import cairn.checkins.Outlook;
import cairn.checkins.PlanChange;
import cairn.checkins.Standing;
import cairn.checkins.Tombstone;
import cairn.checkins.WriteNames;
import cairn.timeline.PlanHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/// A member's row, or the tombstone in its place.
///
/// @param standing never [Nobody]: of nobody there is no row
/// Its last write is named in an attribute of its own, which versions from before [WriteNames] read and write too.
record MemberItem(Standing standing) {
    static final String VERSION_ATTRIBUTE = "version";
    /// The index that nominates members for the sweep.
    static final String DUE_INDEX = "due";

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

    private static final Column<PlanChange, String> NEW_PLAN = Column.text("plan", PlanChange::plan);
    private static final Column<PlanChange, Instant> CHANGED_AT = Column.instant("changedAt", PlanChange::changedAt);
    /// Absent for 0, and in rows from before there was one.
    private static final Column<PlanChange, Long> SEQUENCE = Column.of(
            "sequence", EnhancedType.of(Long.class), change -> change.sequence() == 0 ? null : change.sequence());
    private static final Column<PlanChange, Instant> EFFECTIVE_AT =
            Column.instant("effectiveAt", PlanChange::effectiveAt);

    private static final Column<MemberItem, String> PK =
            Column.<MemberItem>text("pk", item -> item.key().pk()).tagged(primaryPartitionKey());
    private static final Column<MemberItem, String> SK =
            Column.<MemberItem>text("sk", item -> item.key().sk()).tagged(primarySortKey());
    private static final Column<MemberItem, String> WRITE = Column.text("write", MemberItem::write);
    private static final Column<MemberItem, List<String>> EARLIER_WRITES =
            Column.of("earlierWrites", EnhancedType.listOf(String.class), living(MemberItem::earlierWrites));
    private static final Column<MemberItem, Long> VERSION = Column.of(
            VERSION_ATTRIBUTE,
            EnhancedType.of(Long.class),
            item -> item.standing().version());
    private static final Column<MemberItem, Integer> LIFE =
            Column.number("life", item -> item.standing().life());
    private static final Column<MemberItem, Instant> ERASED_AT = Column.instant("erasedAt", MemberItem::erasedAt);
    /// In seconds, as the table's time to live wants it. Tombstones alone have it: it is what tells them.
    private static final Column<MemberItem, Long> EXPIRES_AT =
            Column.of("expiresAt", EnhancedType.of(Long.class), MemberItem::expiresAt);
    private static final Column<MemberItem, LocalDate> LAST_DAY = Column.day("lastDay", living(Member::lastDay));
    private static final Column<MemberItem, String> ZONE = Column.text("zone", living(member -> idOf(member.zone())));
    private static final Column<MemberItem, String> LOCALE = Column.text("locale", living(Member::locale));
    private static final Column<MemberItem, PlanHistory> PLANS = Column.of(
            "plans",
            Column.document(
                    PlanHistory.class,
                    Column.schema(
                            PlanHistory.class,
                            draft -> new PlanHistory(FIRST_PLAN.in(draft), PLAN_CHANGES.in(draft)),
                            List.of(FIRST_PLAN, PLAN_CHANGES))),
            living(Member::plans));
    private static final Column<MemberItem, PlanChange> NEWEST_PLAN_CHANGE = Column.of(
            "newestPlanChange",
            Column.document(
                    PlanChange.class,
                    Column.schema(
                            PlanChange.class,
                            draft -> new PlanChange(
                                    NEW_PLAN.in(draft),
                                    CHANGED_AT.in(draft),
                                    Objects.requireNonNullElse(SEQUENCE.orNull(draft), 0L),
                                    EFFECTIVE_AT.orNull(draft)),
                            List.of(NEW_PLAN, CHANGED_AT, SEQUENCE, EFFECTIVE_AT))),
            living(Member::newestPlanChange));
    private static final Column<MemberItem, Map<String, Journey>> JOURNEYS = Column.of(
            "journeys",
            EnhancedType.mapOf(EnhancedType.of(String.class), JourneyDocument.TYPE),
            living(Member::journeys));
    private static final Column<MemberItem, CachedAnswer> ANSWER = Column.of(
            "answer",
            Column.document(
                    CachedAnswer.class,
                    Column.schema(
                            CachedAnswer.class,
                            draft -> new CachedAnswer(
                                    JSON.in(draft), AS_OF.in(draft), VALID_UNTIL.orNull(draft), FINGERPRINT.in(draft)),
                            List.of(JSON, AS_OF, VALID_UNTIL, FINGERPRINT))),
            living(member -> member.outlook().answer()));
    private static final Column<MemberItem, String> DUE_SHARD = Column.<MemberItem>text(
                    NomineeItem.SHARD_ATTRIBUTE,
                    living(member -> member.outlook().nextActionAt() == null
                            ? null
                            : NomineeItem.shardText(member.id().shard())))
            .tagged(secondaryPartitionKey(DUE_INDEX));
    private static final Column<MemberItem, Instant> NEXT_ACTION_AT = Column.<MemberItem>instant(
                    NomineeItem.AT_ATTRIBUTE, living(member -> member.outlook().nextActionAt()))
            .tagged(secondarySortKey(DUE_INDEX));

    static final StaticImmutableTableSchema<MemberItem, Draft> SCHEMA = Column.schema(
            MemberItem.class,
            MemberItem::read,
            List.of(
                    PK,
                    SK,
                    WRITE,
                    EARLIER_WRITES,
                    VERSION,
                    LIFE,
                    ERASED_AT,
                    EXPIRES_AT,
                    LAST_DAY,
                    ZONE,
                    LOCALE,
                    PLANS,
                    NEWEST_PLAN_CHANGE,
                    JOURNEYS,
                    ANSWER,
                    DUE_SHARD,
                    NEXT_ACTION_AT));

    RowKey key() {
        return RowKey.ofMember(standing.id());
    }

    private static MemberItem read(Draft draft) {
        Standing standing = EXPIRES_AT.orNull(draft) == null ? member(draft) : tombstone(draft);
        return new MemberItem(standing);
    }

    private static Tombstone tombstone(Draft draft) {
        return new Tombstone(RowKey.memberOf(PK.in(draft)), VERSION.in(draft), LIFE.in(draft), ERASED_AT.in(draft));
    }

    private static Member member(Draft draft) {
        String zone = ZONE.orNull(draft);
        return new Member(
                RowKey.memberOf(PK.in(draft)),
                VERSION.in(draft),
                LIFE.in(draft),
                ERASED_AT.orNull(draft),
                LAST_DAY.orNull(draft),
                zone == null ? null : ZoneId.of(zone),
                LOCALE.orNull(draft),
                PLANS.in(draft),
                NEWEST_PLAN_CHANGE.orNull(draft),
                new TreeMap<>(JOURNEYS.in(draft)),
                new Outlook(ANSWER.orNull(draft), NEXT_ACTION_AT.orNull(draft)),
                writes(draft));
    }

    private static WriteNames writes(Draft draft) {
        List<String> earlier = EARLIER_WRITES.orNull(draft);
        List<String> names = new ArrayList<>(earlier == null ? List.of() : earlier);
        names.add(WRITE.in(draft));
        return new WriteNames(names);
    }

    /// Names the write that leaves this row; a tombstone's needs no name of its own.
    String write() {
        return standing instanceof Member member ? member.writes().names().getLast() : "erasure";
    }

    private static @Nullable List<String> earlierWrites(Member member) {
        List<String> names = member.writes().names();
        return names.size() == 1 ? null : names.subList(0, names.size() - 1);
    }

    private @Nullable Instant erasedAt() {
        return switch (standing) {
            case Tombstone tombstone -> tombstone.erasedAt();
            case Member member -> member.erasedAt();
            case Nobody _ -> null;
        };
    }

    private @Nullable Long expiresAt() {
        return standing instanceof Tombstone tombstone
                ? Long.valueOf(tombstone.expiresAt().getEpochSecond())
                : null;
    }

    /// An attribute that only the living have.
    private static <V> Function<MemberItem, @Nullable V> living(Function<Member, @Nullable V> valueOf) {
        return item -> item.standing() instanceof Member member ? valueOf.apply(member) : null;
    }

    private static @Nullable String idOf(@Nullable ZoneId zone) {
        return zone == null ? null : zone.getId();
    }
}
