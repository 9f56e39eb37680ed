package cairn.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.checkins.CheckInProgram;
import cairn.checkins.Programs;
import cairn.testkit.HostileJson;
import cairn.timeline.Cadence;
import cairn.timeline.Program;
import cairn.timeline.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProgramFilesTest {
    private static final Path SHIPPED = Path.of("../../programs");

    @TempDir
    Path folder;

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String fingerprint(String defaultPlan) {
        return ProgramFiles.load(folder, defaultPlan).fingerprint();
    }

    private static CheckInProgram shipped(String name) {
        return ProgramFiles.load(SHIPPED, "free").find(name).orElseThrow();
    }

    @Test
    void theSkinProgramIsTheOneOfTheVectors() {
        assertThat(shipped("skin").schedule())
                .isEqualTo(new Program(
                        "skin",
                        List.of(7, 15, 30),
                        Map.of(
                                "free", Optional.of(new Cadence("monthly", Period.ofMonths(1))),
                                "pro", Optional.of(new Cadence("weekly", Period.ofDays(7))),
                                "paused", Optional.empty()),
                        null,
                        LocalTime.of(9, 0),
                        LocalDate.of(2026, 11, 22)));
    }

    @Test
    void theStrengthProgramClosesItsSlotsAfterFiveDays() {
        assertThat(shipped("strength").schedule())
                .extracting(Program::milestones, Program::window, Program::announceAt)
                .containsExactly(List.of(3, 10, 28, 60), new Window(5), LocalTime.of(18, 30));
    }

    @Test
    void theseAreAllThePrograms() {
        Programs programs = ProgramFiles.load(SHIPPED, "free");

        assertThat(programs.byName()).containsOnlyKeys("skin", "strength");
        assertThat(programs.defaultPlan()).isEqualTo("free");
        assertThat(programs.byName().values())
                .allSatisfy(program ->
                        assertThat(program.card().locales()).containsExactlyInAnyOrder("en", "de", "ar", "ja"));
    }

    @Test
    void everyFaultOfEveryFileIsListed() throws IOException {
        write(
                "a.json",
                TestDefinition.sound()
                        .with("/window", "\"P1M\"")
                        .without("/editedOn")
                        .text());
        write("b.json", "{\"window\": }");
        write("C.json", TestDefinition.sound().text());
        write("sound.json", TestDefinition.sound().text());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProgramFiles.load(folder, "paused"))
                .withMessageContaining("the programs in " + folder + " cannot be used:\n")
                .withMessageContaining("\na.json /editedOn is to be given")
                .withMessageContaining("\na.json /window a window is days or weeks")
                .withMessageContaining("\nb.json is not JSON that can be read here")
                .withMessageContaining("C.json a program's name is lower-case letters")
                .withMessageNotContaining("sound.json");
    }

    @Test
    void aFileThatIsNotUtf8IsAFault() throws IOException {
        write("a.json", TestDefinition.sound().text());
        Files.write(folder.resolve("b.json"), new byte[] {'{', '"', (byte) 0xE9, '"', ':', '1', '}'});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProgramFiles.load(folder, "pro"))
                .withMessageEndingWith("\nb.json is not UTF-8");
    }

    @ParameterizedTest
    @MethodSource("cairn.testkit.HostileJson#unreadable")
    void whatNoReaderTakesIsAFaultOfItsFile(String value) throws IOException {
        for (String hole : HostileJson.holes(TestDefinition.sound().text())) {
            write("a.json", hole.replace(HostileJson.HOLE, value));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ProgramFiles.load(folder, "pro"))
                    .withMessageContaining("\na.json ");
        }
    }

    @ParameterizedTest
    @MethodSource("cairn.testkit.HostileJson#notUnicode")
    void aTextThatIsNotUnicodeIsAFaultOfItsFile(String value) throws IOException {
        for (String hole : HostileJson.holes(TestDefinition.sound().text())) {
            write("a.json", hole.replace(HostileJson.HOLE, value));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ProgramFiles.load(folder, "pro"))
                    .withMessageContaining(" contains a lone surrogate, which is not Unicode");
        }
    }

    @Test
    void filesAreReadInTheOrderOfTheirNames() throws IOException {
        List<String> names = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l");
        for (String name : names.reversed()) {
            write(name + ".json", TestDefinition.sound().without("/window").text());
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProgramFiles.load(folder, "pro"))
                .withMessageEndingWith(names.stream()
                        .map(name -> "\n" + name + ".json /window is to be given")
                        .collect(Collectors.joining()));
    }

    @Test
    void aPlanThatOneProgramKnowsIsKnownToAll() throws IOException {
        write("a.json", TestDefinition.sound().with("/plans/gold", "\"weekly\"").text());
        write("b.json", TestDefinition.sound().with("/plans/silver", "null").text());
        write(
                "c.json",
                TestDefinition.sound()
                        .with("/plans/gold", "null")
                        .with("/plans/silver", "null")
                        .text());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProgramFiles.load(folder, "pro"))
                .withMessageContaining("a.json /plans does not say what silver gets")
                .withMessageContaining("b.json /plans does not say what gold gets")
                .withMessageNotContaining("c.json");
    }

    @Test
    void theDefaultPlanIsKnownToAll() throws IOException {
        write("a.json", TestDefinition.sound().text());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProgramFiles.load(folder, "free"))
                .withMessageContaining("a.json /plans does not say what free gets");
    }

    @Test
    void aDeploymentHasAProgram() throws IOException {
        write("readme.txt", "nothing here");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProgramFiles.load(folder, "free"))
                .withMessageContaining("there is none");
        assertThatThrownBy(() -> ProgramFiles.load(folder.resolve("elsewhere"), "free"))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aFingerprintIsTheSameForTheSameDefinitions(@TempDir Path other) throws IOException {
        for (String name : List.of("skin.json", "strength.json")) {
            Files.copy(SHIPPED.resolve(name), folder.resolve(name));
        }
        for (String name : List.of("strength.json", "skin.json")) {
            Files.copy(SHIPPED.resolve(name), other.resolve(name));
        }

        assertThat(fingerprint("free"))
                .matches("[0-9a-f]{16}")
                .isEqualTo(fingerprint("free"))
                .isEqualTo(ProgramFiles.load(other, "free").fingerprint());
    }

    @Test
    void aFingerprintChangesWithWhateverAnAnswerIsMadeOf() throws IOException {
        write("a.json", TestDefinition.sound().text());
        String before = fingerprint("pro");
        String withAnotherDefaultPlan = fingerprint("paused");
        write("a.json", TestDefinition.sound().with("/milestones/0", "\"P8D\"").text());
        String withAnotherMilestone = fingerprint("pro");
        write("b.json", TestDefinition.sound().text());
        String withAnotherProgram = fingerprint("pro");
        Files.move(folder.resolve("b.json"), folder.resolve("c.json"));
        String withAnotherName = fingerprint("pro");

        assertThat(List.of(before, withAnotherDefaultPlan, withAnotherMilestone, withAnotherProgram, withAnotherName))
                .doesNotHaveDuplicates();
        Files.delete(folder.resolve("c.json"));
        write("a.json", TestDefinition.sound().text());
        assertThat(fingerprint("pro")).as("and back").isEqualTo(before);
    }
}
