package cairn.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import cairn.checkins.Announced;
import cairn.checkins.Answer;
import cairn.checkins.CachedAnswer;
import cairn.checkins.CheckIn;
import cairn.checkins.CheckInState;
import cairn.checkins.Completion;
import cairn.checkins.Journey;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import cairn.checkins.OpenedBy;
import cairn.checkins.OpenedSlot;
import cairn.checkins.Outlook;
import cairn.checkins.PlanChange;
import cairn.checkins.Streak;
import cairn.checkins.WriteNames;
import cairn.timeline.OpenedSoFar;
import cairn.timeline.PlanHistory;
import cairn.timeline.Slot;
import cairn.timeline.SlotKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Rows for tests of a store. They are sound, but need not be what any rule would have written.
public final class SampleRows {
    public static final LocalDate START = LocalDate.of(2026, 3, 17);
    public static final Instant NOW = Instant.parse("2026-03-24T08:00:00.100Z");

    private SampleRows() {}

    /// With every field set, and two journeys.
    public static Member member(MemberId id, long version) {
        SortedMap<String, Journey> journeys = new TreeMap<>();
        journeys.put("skin", journey("skin", opened(milestone(7, START.plusDays(7)), CheckInState.OPEN, NOW)));
        journeys.put("hair", journey("hair", null));
        return new Member(
                id,
                version,
                1,
                START.minusDays(90).atStartOfDay(ZoneOffset.UTC).toInstant(),
                START.plusDays(7),
                ZoneId.of("Europe/Berlin"),
                "de-AT",
                PlanHistory.of("free")
                        .with("pro", START.plusDays(2))
                        .with("paused", START.plusDays(4))
                        .with("pro", START.plusDays(6)),
                new PlanChange("pro", NOW.minusMillis(7), PlanChange.LARGEST_SEQUENCE, NOW.plusMillis(7)),
                journeys,
                new Outlook(
                        new CachedAnswer("{\"due\":[],\"next\":[]}", NOW, NOW.plusSeconds(3600), "fingerprint"),
                        NOW.plusMillis(1)),
                writes(id, version));
    }

    /// The names of the writes of somebody's row up to `version`. Nobody else's are like them: a store may take a name
    /// for the request it came with before.
    public static WriteNames writes(MemberId id, long version) {
        return new WriteNames(LongStream.rangeClosed(Math.max(1, version - 7), version)
                .mapToObj(made -> made + "-"
                        + UUID.nameUUIDFromBytes(id.subject().getBytes(UTF_8))
                                .toString()
                                .substring(0, 18))
                .toList());
    }

    /// The same row, as a write of that name leaves it.
    public static Member by(String write, Member member) {
        return withWrites(member, new WriteNames(List.of(write)));
    }

    /// With nothing set that need not be.
    public static Member bare(MemberId id, long version) {
        return new Member(
                id,
                version,
                1,
                null,
                null,
                null,
                null,
                PlanHistory.of("free"),
                null,
                new TreeMap<>(),
                new Outlook(null, null),
                writes(id, version));
    }

    /// The same row of somebody else, as if it were their first.
    public static Member of(MemberId id, Member member) {
        return new Member(
                id,
                1,
                member.life(),
                member.erasedAt(),
                member.lastDay(),
                member.zone(),
                member.locale(),
                member.plans(),
                member.newestPlanChange(),
                member.journeys(),
                member.outlook(),
                writes(id, 1));
    }

    /// The same row, of somebody who lives elsewhere.
    public static Member living(Member member, @Nullable ZoneId zone, @Nullable String locale) {
        return new Member(
                member.id(),
                member.version(),
                member.life(),
                member.erasedAt(),
                member.lastDay(),
                zone,
                locale,
                member.plans(),
                member.newestPlanChange(),
                member.journeys(),
                member.outlook(),
                member.writes());
    }

    static Member withWrites(Member member, WriteNames writes) {
        return new Member(
                member.id(),
                member.version(),
                member.life(),
                member.erasedAt(),
                member.lastDay(),
                member.zone(),
                member.locale(),
                member.plans(),
                member.newestPlanChange(),
                member.journeys(),
                member.outlook(),
                writes);
    }

    /// @param card null before the first one
    public static Journey journey(String program, @Nullable OpenedSlot card) {
        return new Journey(
                program,
                3,
                START,
                START.plusDays(1),
                card == null ? OpenedSoFar.NOTHING : OpenedSoFar.NOTHING.with(card.slot()),
                card,
                card == null ? null : new Announced(1, NOW.plusMillis(3)),
                5,
                4,
                card == null ? null : new Streak(card.slot().key(), 2));
    }

    public static Slot milestone(int days, LocalDate date) {
        return new Slot(new SlotKey.Milestone(days), date);
    }

    public static Slot weekly(LocalDate date) {
        return new Slot(new SlotKey.Recurring("weekly", date), date);
    }

    public static OpenedSlot opened(Slot slot, CheckInState state, Instant at) {
        return new OpenedSlot(slot, state, at, OpenedBy.VISIT, at.plusSeconds(60), 1, START);
    }

    /// In the first life.
    public static CheckIn open(String program, int run, Slot slot) {
        return new CheckIn(1, program, run, opened(slot, CheckInState.OPEN, NOW), null);
    }

    public static CheckIn completed(String program, int run, Slot slot, Instant at, boolean late) {
        OpenedSlot opened = opened(slot, CheckInState.COMPLETED, at);
        return new CheckIn(1, program, run, opened, new Completion(answers(), at.minusMillis(1), at, late));
    }

    /// One of each kind, and the awkward ones of each.
    public static Map<String, Answer> answers() {
        Map<String, Answer> answers = new TreeMap<>(numbers());
        answers.put("words", new Answer.Words("Grüße, 你好, 👩🏽‍🔬, \u0000 \u0001 \uFFFD \"quoted\"\n"));
        answers.put("nothing", new Answer.Words(""));
        answers.put("one", new Answer.Selection(List.of("dry")));
        answers.put("several", new Answer.Selection(List.of("oily", "dry")));
        answers.put("none", new Answer.Selection(List.of()));
        answers.put("yes", new Answer.YesNo(true));
        answers.put("no", new Answer.YesNo(false));
        return answers;
    }

    /// Those at the edges of what a double can be, and of what DynamoDB keeps of a number, among them.
    private static Map<String, Answer> numbers() {
        return Map.of(
                "scale", new Answer.Quantity(BigDecimal.valueOf(7)),
                "sum", new Answer.Quantity(new BigDecimal("0.30000000000000004")),
                "tiny", new Answer.Quantity(new BigDecimal("5e-324")),
                "huge", new Answer.Quantity(new BigDecimal("1.7976931348623157e308")),
                "smallest", new Answer.Quantity(new BigDecimal("-1e-130")),
                "smaller", new Answer.Quantity(new BigDecimal("-9.9e-131")),
                "largest", new Answer.Quantity(new BigDecimal("9.9999999999999999999999999999999999999e125")),
                "larger", new Answer.Quantity(new BigDecimal("-1e126")),
                "decimals", new Answer.Quantity(new BigDecimal("-0.0123456789")),
                "hundreds", new Answer.Quantity(new BigDecimal("1200")));
    }
}
