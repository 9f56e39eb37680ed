package cairn.commands;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Asked;
import cairn.checkins.Change;
import cairn.checkins.CheckInId;
import cairn.checkins.DueAnswer;
import cairn.checkins.ForwardingLedger;
import cairn.checkins.JourneyOutcome;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import cairn.checkins.OpenedSlot;
import cairn.checkins.RowRefused;
import cairn.lambda.Json;
import cairn.timeline.SlotKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportTest {
    private static final String ANNA =
            "{\"type\":\"member\",\"memberId\":\"anna\",\"timeZone\":\"Europe/Berlin\",\"locale\":\"de\"}";
    private static final String JOURNEY =
            "{\"type\":\"journey\",\"memberId\":\"anna\",\"program\":\"skin\",\"startedOn\":\"2026-10-01\"}";
    private static final String DAY_7 = checkIn("day-7", "completed", "2026-10-08T09:00:00Z");
    private static final String DAY_15 = checkIn("day-15", "completed", "2026-10-16T09:00:00Z");
    private static final String DAY_30 = checkIn("day-30", "open", "2026-10-31T09:00:00Z");
    private static final MemberId ID = new MemberId("anna");

    private final Bench bench = new Bench();

    private static String checkIn(String slot, String state, String openedAt) {
        return "{\"type\":\"check-in\",\"memberId\":\"anna\",\"program\":\"skin\",\"slot\":\"" + slot
                + "\",\"state\":\"" + state + "\",\"openedAt\":\"" + openedAt + "\"}";
    }

    private Member anna() {
        return bench.ledger.member(ID).orElseThrow();
    }

    private OpenedSlot card() {
        return Objects.requireNonNull(anna().journey("skin").orElseThrow().lastOpened());
    }

    @Test
    void whatWasOpenedAndAnsweredElsewhereIsBehind() {
        assertThat(bench.imports(ANNA, JOURNEY, DAY_7, DAY_15, DAY_30).code()).isZero();

        var journey = anna().journey("skin").orElseThrow();
        assertThat(journey.opened().lastOn()).isEqualTo(LocalDate.of(2026, 10, 31));
        assertThat(journey.opened().lastMilestone()).isEqualTo(30);
        assertThat(card().slot().key().text()).isEqualTo("day-30");
        assertThat(bench.at("2026-11-22T12:00:00Z").journey(ID, "skin"))
                .isInstanceOfSatisfying(JourneyOutcome.Stands.class, stands -> {
                    assertThat(stands.journey().progress().offered()).isEqualTo(3);
                    assertThat(stands.journey().progress().completed()).isEqualTo(2);
                    assertThat(stands.journey().progress().streak()).isEqualTo(2);
                });
    }

    @Test
    void anImportedOpenCardIsShownAndNotAnnouncedAgain() {
        bench.imports(ANNA, JOURNEY, DAY_7, DAY_15, DAY_30);

        assertThat(bench.at("2026-11-22T12:00:00Z").sweep(ID).announcements()).isEmpty();
        assertThat(((Asked) bench.at("2026-11-22T12:00:00Z").due(ID)).answer().due())
                .extracting(DueAnswer.Due::slot)
                .containsExactly("day-30");
        assertThat(anna().outlook().nextActionAt()).isEqualTo(Instant.parse("2026-11-30T08:00:00Z"));
    }

    @Test
    void aSecondRunChangesNothingAndSaysSo() {
        bench.imports(ANNA, JOURNEY, DAY_7, DAY_15, DAY_30);
        Member before = anna();

        Bench.Run second = bench.imports(ANNA, JOURNEY, DAY_7, DAY_15, DAY_30);

        assertThat(second.code()).isZero();
        assertThat(second.out()).contains("Nothing was changed").containsPattern("check-ins +0 +3 +0 +0");
        assertThat(anna()).isEqualTo(before);
    }

    @Test
    void aDryRunWritesNothingAndReportsTheSame() {
        Bench.Run dry = bench.dryRun(ANNA, JOURNEY, DAY_7, DAY_15, DAY_30, "{}");
        assertThat(bench.ledger.member(ID)).isEmpty();

        Bench.Run wet = bench.imports(ANNA, JOURNEY, DAY_7, DAY_15, DAY_30, "{}");
        assertThat(dry.err()).isEqualTo(wet.err());
        assertThat(dry.out()).isEqualTo(wet.out().replace("Done.", "This was a dry run: nothing was written."));
    }

    @Test
    void badLinesAreRefusedWithTheirNumbersAndEveryFaultAndTheOthersGoOn() {
        Bench.Run run = bench.imports(
                ANNA,
                "not JSON",
                JOURNEY,
                checkIn("day-x", "done", "yesterday"),
                DAY_7,
                checkIn("monthly-2027-01-31", "open", "2027-01-31T10:00:00Z"),
                "");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("line 2: is not JSON"),
                        line -> assertThat(line)
                                .startsWith("line 4: ")
                                .contains("/slot is", "; /state is", "; /openedAt is"),
                        line -> assertThat(line)
                                .isEqualTo("line 6: /openedAt lies in the future; /slot lies in the future: nobody can"
                                        + " have been asked for it"));
        assertThat(card().slot().key().text()).isEqualTo("day-7");
    }

    @Test
    void aCheckInWithoutAJourneyIsRefused() {
        assertThat(bench.imports(ANNA, DAY_7).err())
                .isEqualTo("line 2: /program the member has no journey in that program\n");
    }

    @Test
    void whereTheMembersOwnLineIsRefusedNoJourneyOfTheirsIsReckonedWithoutIt() {
        Bench.Run run = bench.imports(ANNA.replace("Europe/Berlin", "Europe/Bärlin"), JOURNEY, DAY_7);

        assertThat(run.err().lines()).hasSize(3).last().asString().endsWith("own line was refused: line 1");
        assertThat(bench.ledger.member(ID)).isEmpty();
    }

    @Test
    void anErasedPersonStaysErased() {
        bench.at("2026-11-01T12:00:00Z").erase(ID);

        Bench.Run run = bench.imports(ANNA, JOURNEY, DAY_7);

        assertThat(run.err().lines()).hasSize(3).allMatch(line -> line.contains("was erased here"));
        assertThat(bench.ledger.member(ID)).isEmpty();
    }

    @Test
    void whatAnErasedLifeHadDoesNotComeBackIntoTheNext() {
        bench.at("2026-11-01T12:00:00Z").erase(ID);
        bench.at("2026-11-02T12:00:00Z").beginAgain(ID);

        assertThat(bench.imports(ANNA, JOURNEY, DAY_7).code()).isEqualTo(1);
        assertThat(anna().journeys()).isEmpty();
    }

    @Test
    void aLaterLifeGoesOnAsThatLifeInAnEmptyTable() {
        bench.imports(ANNA.replace("\"timeZone\"", "\"life\":3,\"timeZone\""), JOURNEY, DAY_7);

        assertThat(anna().life()).isEqualTo(3);
        var id = new CheckInId(3, "skin", 1, new SlotKey.Milestone(7));
        assertThat(bench.ledger.checkIn(ID, id)).isPresent();
    }

    @Test
    void whatIsStoredHereStaysAndOnlyWhatIsMissingIsAdded() {
        bench.at("2026-11-21T12:00:00Z").start(ID, "skin", LocalDate.of(2026, 10, 2), ZoneId.of("Asia/Tokyo"));
        bench.at("2026-11-21T12:00:00Z").due(ID);

        assertThat(bench.imports(ANNA, JOURNEY, DAY_7, DAY_15).code()).isZero();

        assertThat(anna().zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(anna().locale()).isEqualTo("de");
        assertThat(anna().journey("skin").orElseThrow().startedOn()).isEqualTo(LocalDate.of(2026, 10, 2));
        assertThat(card().slot().key().text()).isEqualTo("day-30");
        assertThat(anna().journey("skin").orElseThrow().offered()).isEqualTo(3);
    }

    @Test
    void theLinesOfAPersonMayStandInAnyOrder() {
        bench.imports(DAY_15, DAY_30, JOURNEY, DAY_7, ANNA);
        Bench other = new Bench();
        other.imports(ANNA, JOURNEY, DAY_7, DAY_15, DAY_30);

        assertThat(bench.export("anna")).isEqualTo(other.export("anna"));
    }

    @Test
    void ofTwoLinesAboutOneSlotTheCompletedOneIsKept() {
        Bench.Run run = bench.imports(ANNA, JOURNEY, DAY_7, checkIn("day-7", "dismissed", "2026-10-09T09:00:00Z"));

        assertThat(run.out()).containsPattern("check-ins +1 +0 +1 +0");
        assertThat(card().state().name()).isEqualTo("COMPLETED");
    }

    @Test
    void aPlanThatNoProgramKnowsIsRefused() {
        assertThat(bench.imports(ANNA.replace("\"locale\"", "\"plans\":[{\"plan\":\"Pro\"}],\"locale\""))
                        .err())
                .isEqualTo("line 1: /plans/0/plan no program knows that plan\n");
    }

    @Test
    void earlierRunsAreKeptAsTheyAreAndCountForThemselves() {
        bench.imports(
                ANNA,
                JOURNEY.replace("\"startedOn\"", "\"run\":2,\"startedOn\""),
                JOURNEY.replace("2026-10-01", "2026-05-01"),
                DAY_7.replace("2026-10-08", "2026-05-08"),
                DAY_7.replace("\"slot\"", "\"run\":2,\"slot\""));

        assertThat(anna().journey("skin").orElseThrow().run()).isEqualTo(2);
        assertThat(anna().journey("skin").orElseThrow().offered()).isEqualTo(1);
        var earlier = new CheckInId(1, "skin", 1, new SlotKey.Milestone(7));
        assertThat(bench.ledger
                        .checkIn(ID, earlier)
                        .orElseThrow()
                        .opened()
                        .slot()
                        .date())
                .isEqualTo(LocalDate.of(2026, 5, 8));
        assertThat(List.copyOf(anna().journeys().keySet())).containsExactly("skin");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"":1}                | line 3: /answers/ an answer must have the name of its question
            {"":""}               | line 3: /answers/ an answer must have the name of its question
            {"a":1,"":[]}         | line 3: /answers/ an answer must have the name of its question
            """)
    void anAnswerThatTheStoreCannotKeepIsRefusedInTheDryRunToo(String answers, String said) {
        String line = DAY_7.replace("}", ",\"answers\":" + answers + "}");
        Bench.Run dry = bench.dryRun(ANNA, JOURNEY, line, DAY_15);
        assertThat(dry.err()).isEqualTo(said + "\n");
        assertThat(dry.code()).isEqualTo(1);

        Bench.Run wet = bench.imports(ANNA, JOURNEY, line, DAY_15);
        assertThat(wet.err()).isEqualTo(said + "\n");
        assertThat(card().slot().key().text()).isEqualTo("day-15");
    }

    @Test
    void oneWhoseRowTheStoreRefusesIsRefusedAndTheOthersAreStored() {
        Bench picky = new Bench(
                new ForwardingLedger(bench.ledger) {
                    @Override
                    public Result commit(Change change) {
                        if (change.after().id().equals(ID)) {
                            throw new RowRefused("DynamoDB refused the row: too large", null);
                        }
                        return super.commit(change);
                    }
                },
                Bench.NOW);

        Bench.Run run = picky.imports(ANNA, JOURNEY, ANNA.replace("anna", "ben"));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines())
                .containsExactly(
                        "line 1: /memberId DynamoDB refused the row: too large",
                        "line 2: /memberId DynamoDB refused the row: too large");
        assertThat(bench.ledger.member(new MemberId("ben"))).isPresent();
    }

    @Test
    void aByteThatIsNotUtf8RefusesItsLineAndNotTheFile() throws IOException {
        Path file = Files.createTempFile("people", ".jsonl");
        byte[] lines = String.join("\n", ANNA, "{\"type\":\"member\",\"memberId\":\"J\u00f6rg\"}", JOURNEY)
                .getBytes(StandardCharsets.ISO_8859_1);
        PeopleFile people = PeopleFile.read(Files.write(file, lines));
        Files.delete(file);

        assertThat(people.lines()).isEqualTo(3);
        assertThat(people.unusable()).extracting(RefusedLine::text).containsExactly("line 2: is not UTF-8");
        assertThat(people.people()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"10000, false", "100000, false", "9999, true", "1, true"})
    void aLifeThatNobodyCanHaveReachedIsRefused(int life, boolean taken) {
        Bench.Run run = bench.imports(ANNA.replace("}", ",\"life\":" + life + "}"));
        assertThat(run.err()).isEqualTo(taken ? "" : "line 1: /life is to be from 1 to 9999\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[2J", "\r", "\0", "\u007f", "\u009b", "\u202e", "\u2066", "\u200b", "\u2028", "\n"})
    void whatATerminalActsOnIsPrintedEscaped(String control) {
        String field = Json.write("a" + control + "b");
        Bench.Run run = bench.imports(ANNA.replace("}", "," + field + ":1}"));

        String escaped = String.format(Locale.ROOT, "\\u%04x", (int) control.charAt(0)) + control.substring(1);
        assertThat(run.err()).isEqualTo("line 1: /a" + escaped + "b is not a field here\n");
    }
}
