package cairn.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cairn.checkins.CheckIn;
import cairn.checkins.CheckInId;
import cairn.checkins.Journey;
import cairn.checkins.Ledger;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.checkins.Standing;
import cairn.checkins.Tombstone;
import cairn.checkins.WriteNames;
import cairn.testkit.InMemoryLedger;
import cairn.testkit.JsonAnswers;
import cairn.testkit.SamplePrograms;
import cairn.testkit.SampleRows;
import cairn.testkit.Together;
import cairn.timeline.Slot;
import cairn.timeline.SlotKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Rows at rest, attribute by attribute: what is pinned here, older and newer versions have to read.
class RowsTest {
    private static final MemberId ID = new MemberId("auth0|5f7c");
    private static final List<String> WRITES = SampleRows.writes(ID, 3).names();

    @Test
    void aMemberIsAtTheirSubject() {
        Map<String, AttributeValue> row = member(SampleRows.member(ID, 3));

        assertThat(row.get("pk")).isEqualTo(AttributeValue.fromS("MEMBER#auth0|5f7c"));
        assertThat(row.get("sk")).isEqualTo(AttributeValue.fromS("MEMBER"));
        assertThat(row.get("version")).isEqualTo(AttributeValue.fromN("3"));
        assertThat(row.get("write")).isEqualTo(AttributeValue.fromS(WRITES.getLast()));
        assertThat(row.get("earlierWrites"))
                .isEqualTo(AttributeValue.fromL(
                        List.of(AttributeValue.fromS(WRITES.get(0)), AttributeValue.fromS(WRITES.get(1)))));
        assertThat(row.get("zone")).isEqualTo(AttributeValue.fromS("Europe/Berlin"));
    }

    @Test
    void aMemberWithSomethingAheadIsInTheDueIndexAndNobodyElseIs() {
        Map<String, AttributeValue> row = member(SampleRows.member(ID, 3));

        assertThat(row.get("dueShard")).isEqualTo(AttributeValue.fromS("1"));
        assertThat(row.get("nextActionAt")).isEqualTo(AttributeValue.fromS("2026-03-24T08:00:00.101Z"));
        assertThat(member(SampleRows.bare(ID, 3))).doesNotContainKeys("dueShard", "nextActionAt");
    }

    @Test
    void aTombstoneHoldsNothingAboutThePerson() {
        Tombstone tombstone = new Tombstone(ID, 4, 1, SampleRows.NOW);

        assertThat(row(tombstone))
                .isEqualTo(Map.of(
                        "pk", AttributeValue.fromS("MEMBER#auth0|5f7c"),
                        "sk", AttributeValue.fromS("MEMBER"),
                        "write", AttributeValue.fromS("erasure"),
                        "version", AttributeValue.fromN("4"),
                        "life", AttributeValue.fromN("1"),
                        "erasedAt", AttributeValue.fromS("2026-03-24T08:00:00.100Z"),
                        "expiresAt", AttributeValue.fromN("1808899200")));
    }

    @Test
    void aCheckInIsAtItsMembersSubjectLifeProgramRunAndSlot() {
        Map<String, AttributeValue> row =
                checkIn(SampleRows.open("skin", 12, SampleRows.weekly(LocalDate.of(2026, 3, 24))));

        assertThat(row.get("pk")).isEqualTo(AttributeValue.fromS("MEMBER#auth0|5f7c"));
        assertThat(row.get("sk")).isEqualTo(AttributeValue.fromS("CHECKIN#1#skin#12#weekly-2026-03-24"));
        assertThat(row.get("history")).isEqualTo(AttributeValue.fromS("1#skin#0012#2026-03-24"));
    }

    @Test
    void answersAreInTheTypesTheStoreHasForThem() {
        Slot slot = SampleRows.milestone(7, SampleRows.START);
        CheckIn completed = SampleRows.completed("skin", 1, slot, SampleRows.NOW, false);
        Map<String, AttributeValue> answers = inside(inside(checkIn(completed), "completion"), "answers");

        assertThat(answers.get("decimals")).isEqualTo(AttributeValue.fromN("-0.0123456789"));
        assertThat(answers.get("hundreds")).isEqualTo(AttributeValue.fromN("1200"));
        assertThat(answers.get("tiny"))
                .isEqualTo(AttributeValue.fromM(Map.of("number", AttributeValue.fromS("5E-324"))));
        assertThat(answers.get("huge"))
                .isEqualTo(AttributeValue.fromM(Map.of("number", AttributeValue.fromS("1.7976931348623157E+308"))));
        assertThat(answers).as("what was not answered").doesNotContainKeys("nothing", "none");
        assertThat(answers.get("several"))
                .isEqualTo(AttributeValue.fromL(List.of(AttributeValue.fromS("oily"), AttributeValue.fromS("dry"))));
        assertThat(answers.get("no")).isEqualTo(AttributeValue.fromBool(false));
    }

    @Test
    void anEmptyAnswerThatAnOlderVersionStoredIsNone() {
        CheckIn completed =
                SampleRows.completed("skin", 1, SampleRows.milestone(7, SampleRows.START), SampleRows.NOW, false);
        Map<String, AttributeValue> row = new HashMap<>(checkIn(completed));
        Map<String, AttributeValue> completion = new HashMap<>(inside(row, "completion"));
        Map<String, AttributeValue> answers = new HashMap<>(inside(completion, "answers"));
        answers.put("nothing", AttributeValue.fromS(""));
        answers.put("none", AttributeValue.fromL(List.of()));
        completion.put("answers", AttributeValue.fromM(answers));
        row.put("completion", AttributeValue.fromM(completion));

        assertThat(CheckInItem.SCHEMA.mapToItem(row).checkIn()).isEqualTo(completed);
    }

    @Test
    void whatIsNotThereHasNoAttribute() {
        assertThat(member(SampleRows.bare(ID, 1)))
                .containsOnlyKeys("pk", "sk", "write", "version", "life", "plans", "journeys");

        Member withBareJourney = SampleRows.member(ID, 1);
        assertThat(inside(inside(member(withBareJourney), "journeys"), "hair"))
                .doesNotContainKeys("card", "announced", "streak", "lastOn", "lastMilestone");
        assertThat(checkIn(SampleRows.open("skin", 1, SampleRows.milestone(7, SampleRows.START))))
                .doesNotContainKey("completion");
    }

    @Test
    void whatANewerVersionAddedIsNoHindrance() {
        Map<String, AttributeValue> row = new HashMap<>(member(SampleRows.member(ID, 1)));
        row.put("invented", AttributeValue.fromM(Map.of("later", AttributeValue.fromBool(true))));
        Map<String, AttributeValue> plans = new HashMap<>(inside(row, "plans"));
        plans.put("invented", AttributeValue.fromN("1"));
        row.put("plans", AttributeValue.fromM(plans));

        assertThat(MemberItem.SCHEMA.mapToItem(row).standing()).isEqualTo(SampleRows.member(ID, 1));
    }

    @Test
    void aRowThatNamesOnlyItsLastWriteCanBeReadAsBefore() {
        Map<String, AttributeValue> row = new HashMap<>(member(SampleRows.member(ID, 3)));
        row.remove("earlierWrites");

        Member read = MemberItem.SCHEMA.mapToItem(row).standing().living().orElseThrow();

        assertThat(read.writes()).isEqualTo(new WriteNames(List.of(WRITES.getLast())));
    }

    @Test
    void instantsAreTextOfOneWidthThatSortsAsTimeDoes() {
        InstantConverter converter = new InstantConverter();
        List<String> texts = Stream.of(
                        "2025-12-31T23:59:59.999Z",
                        "2026-01-01T00:00:00Z",
                        "2026-01-01T00:00:00.001Z",
                        "2026-01-01T00:00:00.1Z",
                        "2026-01-01T00:00:01Z")
                .map(Instant::parse)
                .map(instant -> converter.transformFrom(instant).s())
                .toList();

        assertThat(texts).isSorted().allSatisfy(text -> assertThat(text).hasSize(24));
        assertThat(texts.get(1)).isEqualTo("2026-01-01T00:00:00.000Z");
        assertThatIllegalArgumentException().isThrownBy(() -> converter.transformFrom(Instant.EPOCH.plusNanos(1)));
    }

    @Test
    void aTypicalMemberIsUnderTwoKilobytes() {
        Ledger ledger = new InMemoryLedger();
        Instant now = Instant.parse("2026-03-24T12:00:00.000Z");
        Members members = new Members(ledger, SamplePrograms.both(), JsonAnswers.format(), now, Together::pause);
        MemberId id = new MemberId(UUID.randomUUID().toString());
        for (String program : List.of(SamplePrograms.SKIN, SamplePrograms.HAIR)) {
            members.start(id, program, LocalDate.of(2026, 3, 17), ZoneId.of("America/Argentina/ComodRivadavia"));
        }
        members.due(id);
        members.snooze(id, new CheckInId(1, SamplePrograms.SKIN, 1, new SlotKey.Milestone(7)), now.plusSeconds(3600));

        Member typical = withThreePlanChanges(ledger.member(id).orElseThrow());

        assertThat(typical.outlook().answer()).isNotNull();
        assertThat(typical.journeys().values()).extracting(Journey::lastOpened).doesNotContainNull();
        assertThat(size(member(typical))).isBetween(1000, 2047);
    }

    private static Member withThreePlanChanges(Member member) {
        Member full = SampleRows.member(member.id(), 1);
        assertThat(full.plans().changes()).hasSize(3);
        return new Member(
                member.id(),
                member.version(),
                member.life(),
                full.erasedAt(),
                member.lastDay(),
                member.zone(),
                "de-AT",
                full.plans(),
                full.newestPlanChange(),
                member.journeys(),
                member.outlook(),
                SampleRows.writes(member.id(), 8));
    }

    private static Map<String, AttributeValue> inside(Map<String, AttributeValue> row, String attribute) {
        return Objects.requireNonNull(row.get(attribute)).m();
    }

    private static Map<String, AttributeValue> member(Member member) {
        return row(member);
    }

    private static Map<String, AttributeValue> row(Standing standing) {
        return MemberItem.SCHEMA.itemToMap(new MemberItem(standing), true);
    }

    private static Map<String, AttributeValue> checkIn(CheckIn row) {
        return CheckInItem.SCHEMA.itemToMap(new CheckInItem(ID, row), true);
    }

    /// AWS: DynamoDB Developer Guide, "DynamoDB item sizes and formats".
    private static int size(Map<String, AttributeValue> attributes) {
        return attributes.entrySet().stream()
                .mapToInt(attribute -> bytes(attribute.getKey()) + size(attribute.getValue()))
                .sum();
    }

    private static int size(AttributeValue value) {
        return switch (value.type()) {
            case S -> bytes(value.s());
            case N -> 1 + (value.n().length() + 1) / 2;
            case BOOL, NUL -> 1;
            case M -> 3 + value.m().size() + size(value.m());
            case L ->
                3 + value.l().stream().mapToInt(element -> 1 + size(element)).sum();
            default -> throw new IllegalStateException("no row has a " + value.type());
        };
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
