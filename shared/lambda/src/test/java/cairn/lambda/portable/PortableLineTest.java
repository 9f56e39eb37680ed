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
import cairn.timeline.Fault;
import cairn.timeline.OpenedSoFar;
import cairn.timeline.SlotKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortableLineTest {
    private static final MemberId ID = new MemberId("anna");

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
