package cairn.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramDefinitionTest {
    private static final List<String> MILESTONES = List.of("P7D", "P15D", "P30D");
    private static final Map<String, String> CADENCES = Map.of("weekly", "P1W", "monthly", "P1M");
    private static final Map<String, @Nullable String> PLANS = plans();

    @Test
    void aSoundDefinitionIsAProgram() {
        assertThat(new ProgramDefinition(MILESTONES, CADENCES, PLANS, "P5D", "09:00", "2026-11-22").read("skin"))
                .isEqualTo(new ProgramDefinition.Sound(new Program(
                        "skin",
                        List.of(7, 15, 30),
                        Map.of(
                                "free", Optional.of(new Cadence("monthly", Period.ofMonths(1))),
                                "pro", Optional.of(new Cadence("weekly", Period.ofDays(7))),
                                "paused", Optional.empty()),
                        new Window(5),
                        LocalTime.of(9, 0),
                        LocalDate.of(2026, 11, 22))));
    }

    @Test
    void theLeastThereCanBeIsOnePlan() {
        Map<String, @Nullable String> plans = new HashMap<>();
        plans.put("paused", null);
        ProgramDefinition definition = new ProgramDefinition(List.of(), Map.of(), plans, "none", "00:00", "2000-01-01");

        assertThat(definition.read("s"))
                .isEqualTo(new ProgramDefinition.Sound(new Program(
                        "s",
                        List.of(),
                        Map.of("paused", Optional.empty()),
                        null,
                        LocalTime.MIDNIGHT,
                        LocalDate.of(2000, 1, 1))));
    }

    @ParameterizedTest
    @CsvSource({"P0D, 0", "P1D, 1", "P2W, 14", "P3660D, 3660"})
    void aMilestoneIsDaysOrWeeks(String milestone, int days) {
        assertThat(programOf(milestones(milestone)).milestones()).containsExactly(days);
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "",
                "7",
                "P",
                "P-1D",
                "P1M",
                "P1Y",
                "P1M1D",
                "P3661D",
                "P1000W",
                "P306783379W",
                "P2147483647D",
                "PT24H",
                "seven",
                "P7D "
            })
    void anyOtherMilestoneIsAFault(String milestone) {
        assertThat(pointers(milestones(milestone))).containsExactly("/milestones/0");
        assertThat(pointers(milestones("P7D", "P15D", milestone))).containsExactly("/milestones/2");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        P7D P7D P8D,      /milestones/1
        P7D P1W,          /milestones/1
        P7D P3D,          /milestones/1
        P7D P30D P15D,    /milestones/2
        P7D oops P3D,     /milestones/1 /milestones/2
        oops P7D P15D,    /milestones/0
        P7D P6D P5D P9D,  /milestones/1 /milestones/2
        """)
    void milestonesAreInStrictlyIncreasingOrder(String milestones, String expected) {
        assertThat(String.join(" ", pointers(milestones(milestones.split(" ", -1)))))
                .isEqualTo(expected);
    }

    @Test
    void thereAreAtMostAHundredMilestones() {
        String[] hundredAndOne =
                IntStream.rangeClosed(1, 101).mapToObj(day -> "P" + day + "D").toArray(String[]::new);

        assertThat(pointers(milestones(hundredAndOne))).containsExactly("/milestones");
        hundredAndOne[100] = "P1D";
        assertThat(pointers(milestones(hundredAndOne))).containsExactly("/milestones", "/milestones/100");
        assertThat(programOf(milestones(List.of(hundredAndOne).subList(0, 100).toArray(String[]::new)))
                        .milestones())
                .hasSize(100);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        weekly,  P0D,    /cadences/weekly
        weekly,  P-1W,   /cadences/weekly
        weekly,  P1M1D,  /cadences/weekly
        weekly,  P11Y,   /cadences/weekly
        weekly,  weekly, /cadences/weekly
        weekly,  P306783379W, /cadences/weekly
        weekly,  P2147483647Y, /cadences/weekly
        weekly,  '',     /cadences/weekly
        Weekly,  P1W,    /cadences/Weekly
        day,     P1D,    /cadences/day
        '',      P1W,    /cadences/
        we/ekly, P1W,    /cadences/we~1ekly
        we~ekly, P1W,    /cadences/we~0ekly
        we~1/ly, P1W,    /cadences/we~01~1ly
        """)
    void aFaultyCadenceIsPointedAtByItsName(String name, String period, String pointer) {
        Map<String, String> cadences = new HashMap<>(CADENCES);
        cadences.put(name, period);
        assertThat(pointers(new ProgramDefinition(MILESTONES, cadences, PLANS, "none", "09:00", "2026-11-22")))
                .as("one fault, though a plan may name the cadence too")
                .containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        gold,  daily,  /plans/gold
        gold,  '',     /plans/gold
        Gold,  weekly, /plans/Gold
        Gold,  daily,  /plans/Gold /plans/Gold
        '',    weekly, /plans/
        g/o~d, weekly, /plans/g~1o~0d
        """)
    void aFaultyPlanIsPointedAtByItsName(String plan, String cadence, String expected) {
        Map<String, @Nullable String> plans = plans();
        plans.put(plan, cadence);
        assertThat(String.join(
                        " ",
                        pointers(new ProgramDefinition(MILESTONES, CADENCES, plans, "none", "09:00", "2026-11-22"))))
                .isEqualTo(expected);
    }

    @Test
    void aDefinitionWithoutAPlanIsFaulty() {
        assertThat(pointers(new ProgramDefinition(MILESTONES, CADENCES, Map.of(), "none", "09:00", "2026-11-22")))
                .containsExactly("/plans");
    }

    @ParameterizedTest
    @CsvSource({"P1D, 1", "P5D, 5", "P2W, 14", "P3660D, 3660"})
    void aWindowIsDaysOrWeeks(String window, int days) {
        assertThat(programOf(window(window)).window()).isEqualTo(new Window(days));
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "",
                "5",
                "P0D",
                "P-5D",
                "P1M",
                "P1Y",
                "P1M1D",
                "P3661D",
                "P306783379W",
                "None",
                "none ",
                "never",
                "PT5H"
            })
    void anyOtherWindowIsAFault(String window) {
        assertThat(pointers(window(window))).containsExactly("/window");
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "",
                "9:00",
                "24:00",
                "09:60",
                "09:00Z",
                "09:00+02:00",
                "9 am",
                "T09:00",
                "09:00:00.5",
                "09:00:00.000000001"
            })
    void announceAtIsAWallTime(String announceAt) {
        assertThat(pointers(new ProgramDefinition(MILESTONES, CADENCES, PLANS, "none", announceAt, "2026-11-22")))
                .containsExactly("/announceAt");
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "",
                "2026-02-30",
                "2026-3-1",
                "1999-12-31",
                "2200-01-01",
                "2026-03-24T00:00",
                "+02026-03-24",
                "today"
            })
    void editedOnIsADay(String editedOn) {
        assertThat(pointers(new ProgramDefinition(MILESTONES, CADENCES, PLANS, "none", "09:00", editedOn)))
                .containsExactly("/editedOn");
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(strings = {"", "Skin", "sk in", "s/kin", "7skin", "abcdefghijklmnopqrstuvwxyz-012345"})
    void aFaultyNameIsAFaultOfTheWhole(String name) {
        assertThat(pointers(window("none").read(name))).containsExactly("");
    }

    @Test
    void everyFaultIsReportedAtOnceWithAMessageThatCanBeShown() {
        Map<String, @Nullable String> plans = new HashMap<>();
        plans.put("pro", "daily");
        plans.put("Free", null);
        ProgramDefinition.Reading reading = new ProgramDefinition(
                        List.of("P7D", "P3D", "soon", "P1M"), Map.of("day", "P1D"), plans, "P0D", "9 am", "1999-12-31")
                .read("Skin");

        assertThat(pointers(reading))
                .containsExactlyInAnyOrder(
                        "",
                        "/milestones/1",
                        "/milestones/2",
                        "/milestones/3",
                        "/cadences/day",
                        "/plans/pro",
                        "/plans/Free",
                        "/window",
                        "/announceAt",
                        "/editedOn");
        assertThat(((ProgramDefinition.Faulty) reading).faults())
                .extracting(Fault::message)
                .allSatisfy(message -> assertThat(message)
                        .isNotBlank()
                        .doesNotContain("java", "Exception", "could not be parsed", "null"));
    }

    @Test
    void aFaultKeepsItsPlaceInADocumentAroundIt() {
        assertThat(new Fault("/window", "why").under("/definition")).isEqualTo(new Fault("/definition/window", "why"));
        assertThat(new Fault("", "why").under("/definition")).isEqualTo(new Fault("/definition", "why"));
    }

    private static ProgramDefinition milestones(String... milestones) {
        return new ProgramDefinition(List.of(milestones), CADENCES, PLANS, "none", "09:00", "2026-11-22");
    }

    private static ProgramDefinition window(String window) {
        return new ProgramDefinition(MILESTONES, CADENCES, PLANS, window, "09:00", "2026-11-22");
    }

    private static Map<String, @Nullable String> plans() {
        Map<String, @Nullable String> plans = new HashMap<>();
        plans.put("free", "monthly");
        plans.put("pro", "weekly");
        plans.put("paused", null);
        return plans;
    }

    private static Program programOf(ProgramDefinition definition) {
        return ((ProgramDefinition.Sound) definition.read("skin")).program();
    }

    private static List<String> pointers(ProgramDefinition definition) {
        return pointers(definition.read("skin"));
    }

    private static List<String> pointers(ProgramDefinition.Reading reading) {
        return switch (reading) {
            case ProgramDefinition.Sound _ -> Collections.emptyList();
            case ProgramDefinition.Faulty(List<Fault> faults) ->
                faults.stream().map(Fault::pointer).toList();
        };
    }
}
