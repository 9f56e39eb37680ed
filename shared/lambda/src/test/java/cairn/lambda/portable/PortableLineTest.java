package cairn.lambda.portable;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Answer;
import cairn.checkins.CheckInState;
import cairn.checkins.ImportedCheckIn;
import cairn.checkins.ImportedJourney;
import cairn.checkins.ImportedMember;
import cairn.checkins.ImportedRecord;
import cairn.checkins.MemberId;
import cairn.checkins.OpenedBy;
import cairn.testkit.HostileJson;
import cairn.timeline.Fault;
import cairn.timeline.OpenedSoFar;
import cairn.timeline.SlotKey;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PortableLineTest {
    private static final MemberId ID = new MemberId("anna");
    private static final String MEMBER =
            "{'type':'member','memberId':'anna','life':2,'timeZone':'Asia/Tokyo','locale':'de',"
                    + "'lastDay':'2026-03-01','plans':[{'plan':'free'},{'plan':'pro','since':'2026-03-01'}],"
                    + "'newestPlanChange':{'plan':'pro','changedAt':'2026-03-01T00:00:00Z','effectiveAt':'2026-03-01T00:00:00Z'},"
                    + "'erasedAt':'2026-01-01T00:00:00Z'}";
    private static final String JOURNEY = "{'type':'journey','memberId':'anna','program':'skin','run':1,"
            + "'startedOn':'2026-03-01','createdOn':'2026-03-01','lastOn':'2026-03-08','lastMilestone':7,'card':'day-7',"
            + "'announced':{'snoozeCount':0,'at':'2026-03-08T09:00:00Z'},'streak':{'through':'day-7','length':1},"
            + "'offered':1,'completed':1}";
    private static final String CHECK_IN = "{'type':'check-in','memberId':'anna','program':'skin','run':1,"
            + "'slot':'day-7','dueOn':'2026-03-08','state':'completed','openedAt':'2026-03-08T10:00:00Z',"
            + "'openedBy':'visit','snoozedUntil':'2026-03-08T11:00:00Z','snoozeCount':1,'programVersion':'2026-03-01',"
            + "'answers':{'sun':true,'feel':'dry'},'answeredAt':'2026-03-08T11:00:00Z',"
            + "'completedAt':'2026-03-08T11:00:00Z','late':false}";

    private static ImportedRecord sound(String json) {
        assertThat(read(json)).isInstanceOf(PortableLine.Sound.class);
        return ((PortableLine.Sound) read(json)).told();
    }

    private static PortableLine.Reading read(String json) {
        return PortableLine.read(7, json.replace('\'', '"'));
    }

    private static PortableLine.Faulty faulty(String json) {
        assertThat(read(json)).isInstanceOf(PortableLine.Faulty.class);
        return (PortableLine.Faulty) read(json);
    }

    @Test
    void aMemberNeedsTheirSubjectAlone() {
        assertThat(sound("{'type':'member','memberId':'anna'}"))
                .isEqualTo(new ImportedMember(7, ID, 1, null, null, null, List.of(), null, null));
    }

    @Test
    void aJourneyNeedsItsProgramAndStart() {
        assertThat(sound("{'type':'journey','memberId':'anna','program':'skin','startedOn':'2026-03-01'}"))
                .isEqualTo(new ImportedJourney(
                        7, ID, "skin", 1, LocalDate.of(2026, 3, 1), null, OpenedSoFar.NOTHING, null, null, null));
    }

    @Test
    void aCheckInNeedsItsSlotItsStateAndWhenItWasOpened() {
        String line = "{'type':'check-in','memberId':'anna','program':'skin','slot':'day-7','state':'open',"
                + "'openedAt':'2026-03-08T10:00:00+02:00'}";
        assertThat(sound(line))
                .isEqualTo(new ImportedCheckIn(
                        7,
                        ID,
                        "skin",
                        1,
                        new SlotKey.Milestone(7),
                        null,
                        CheckInState.OPEN,
                        Instant.parse("2026-03-08T08:00:00Z"),
                        OpenedBy.IMPORT,
                        null,
                        0,
                        null,
                        null));
    }

    @Test
    void answersMakeACompletedCheckInAndMayBeMissing() {
        String line = "{'type':'check-in','memberId':'anna','program':'skin','slot':'day-7','state':'completed',"
                + "'openedAt':'2026-03-08T10:00:00Z','answers':{'sun':true}}";
        assertThat(((ImportedCheckIn) sound(line)).answered())
                .isEqualTo(new ImportedCheckIn.Answered(Map.of("sun", new Answer.YesNo(true)), null, null, null));
        assertThat(((ImportedCheckIn) sound(line.replace(",'answers':{'sun':true}", ""))).answered())
                .isEqualTo(new ImportedCheckIn.Answered(Map.of(), null, null, null));
        assertThat(faulty(line.replace("completed", "open")).faults())
                .extracting(Fault::pointer)
                .containsExactly("/state");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {'type':'member'}                                                   | /memberId
        {'type':'member','memberId':' '}                                    | /memberId
        {'type':'pet','memberId':'anna'}                                    | /type
        {'memberId':'anna'}                                                 | /type
        {'type':'member','memberId':'anna','age':7}                         | /age
        {'type':'member','memberId':'anna','life':0}                        | /life
        {'type':'member','memberId':'anna','timeZone':'+14:01'}             | /timeZone
        {'type':'member','memberId':'anna\\ud800'}                          | /memberId
        {'type':'member','memberId':'anna','lastDay':'+02026-03-24'}        | /lastDay
        {'type':'journey','memberId':'anna','program':'skin','startedOn':'+02026-03-01'} | /startedOn
        {'type':'member','memberId':'anna','plans':[{'since':'2026-02-30'}]} | /plans/0/plan /plans/0/since
        {'type':'journey','memberId':'anna','program':'skin'}               | /startedOn
        {'type':'journey','memberId':'anna','run':0,'card':'x','streak':{}} | /program /run /startedOn /card /streak/through
        {'type':'check-in','memberId':'anna','program':'skin','slot':'day-07','state':'OPEN','openedAt':'x'} | /slot /state /openedAt
        {'type':'check-in','memberId':'anna','answers':{'a':1e999}}         | /program /slot /state /openedAt /answers/a
        []                                                                  | ``
        """)
    void everyFaultIsSaidWithItsPlace(String json, String pointers) {
        assertThat(faulty(json).faults()).extracting(Fault::pointer).containsExactlyInAnyOrder(pointers.split(" "));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
        GMT+5:30,      +05:30,        en_US,       en-US
        UTC,           UTC,           zh_Hant_TW,  zh-Hant-TW
        ROC,           Asia/Taipei,   zh_TW_#Hant, zh-Hant-TW
        """)
    void aZoneAndALocaleAreThoseOfDevicesAndWhatIsExportedOfThemComesInAgain(
            String zone, String keptZone, String locale, String keptLocale) {
        String line = "{'type':'member','memberId':'anna','timeZone':'%s','locale':'%s'}";
        ImportedMember first = (ImportedMember) sound(String.format(line, zone, locale));

        assertThat(first.zone()).isEqualTo(ZoneId.of(keptZone));
        assertThat(first.locale()).isEqualTo(keptLocale);
        assertThat(sound(String.format(line, keptZone, keptLocale))).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("cairn.testkit.HostileJson#unreadable")
    void whatNoReaderTakesIsAFaultOfItsLine(String value) {
        for (String sound : List.of(MEMBER, JOURNEY, CHECK_IN)) {
            assertThat(read(sound)).isInstanceOf(PortableLine.Sound.class);
            for (String hole : HostileJson.holes(sound.replace('\'', '"'))) {
                String line = hole.replace(HostileJson.HOLE, value);

                assertThat(PortableLine.read(7, line)).as(line).isInstanceOf(PortableLine.Faulty.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cairn.testkit.HostileJson#notUnicode")
    void aTextThatIsNotUnicodeIsAFaultOfItsLine(String value) throws JsonProcessingException {
        for (String sound : List.of(MEMBER, JOURNEY, CHECK_IN)) {
            for (String hole : HostileJson.holes(sound.replace('\'', '"'))) {
                PortableLine.Reading reading = PortableLine.read(7, hole.replace(HostileJson.HOLE, value));

                assertThat(((PortableLine.Faulty) reading).faults())
                        .extracting(Fault::line)
                        .containsAnyOf(
                                "/type is to be member, journey or check-in",
                                pointerOf(hole) + " contains a lone surrogate, which is not Unicode");
            }
        }
        assertThat(faulty(CHECK_IN.replace("'sun'", "'\\ud83d'")).faults())
                .containsExactly(
                        new Fault("/answers", "has a name that contains a lone surrogate, which is not Unicode"));
    }

    private static String pointerOf(String hole) throws JsonProcessingException {
        return pointerOf("", new ObjectMapper().readTree(hole));
    }

    private static String pointerOf(String at, JsonNode node) {
        if (node.asText().equals("@hole@")) {
            return at;
        }
        return Stream.concat(
                        node.properties().stream().map(field -> pointerOf(at + "/" + field.getKey(), field.getValue())),
                        IntStream.range(0, node.isArray() ? node.size() : 0)
                                .mapToObj(i -> pointerOf(at + "/" + i, node.get(i))))
                .filter(pointer -> !pointer.isEmpty())
                .findFirst()
                .orElse("");
    }

    @Test
    void anAnswerMayBeAnyNumberThatADoubleCanBe() {
        String line = CHECK_IN.replace("true", "5e-324").replace("'dry'", "1.7976931348623157e308");

        ImportedCheckIn told = (ImportedCheckIn) sound(line);
        assertThat(Objects.requireNonNull(told.answered()).answers())
                .containsEntry("sun", new Answer.Quantity(new BigDecimal("5e-324")))
                .containsEntry("feel", new Answer.Quantity(new BigDecimal("1.7976931348623157e308")));
    }

    @Test
    void aLineThatIsFarTooLongIsNotEvenParsed() {
        assertThat(faulty("{'type':'member','memberId':'" + "x".repeat(70_000) + "'}")
                        .faults())
                .containsExactly(new Fault("", "is longer than 64 KB"));
    }

    @Test
    void aFaultyLineStillSaysWhomItIsAbout() {
        PortableLine.Faulty faulty = faulty("{'type':'member','memberId':'anna','timeZone':'Mars/Base'}");
        assertThat(faulty.memberId()).isEqualTo(ID);
        assertThat(faulty.isOfMember()).isTrue();
    }
}
