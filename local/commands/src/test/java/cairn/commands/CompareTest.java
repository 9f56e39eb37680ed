package cairn.commands;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.commands.Bench.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page about definition changes shows an example: its people, its edit and what came of it.
class CompareTest {
    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+) (\\w+)\\n(.*?)^```$");

    @TempDir
    private Path folder;

    private final Bench bench = new Bench();

    @BeforeEach
    void theExample() throws IOException {
        String skin = Files.readString(ROOT.resolve("programs/skin.json"));
        write("old.json", skin);
        write(
                "skin.json",
                skin.replace("\"P15D\"", "\"P14D\"").replace("\"free\": \"monthly\"", "\"free\": \"weekly\""));
        write("people.jsonl", block("people"));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static String block(String name) throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(ROOT.resolve("docs/definition-changes.md")));
        List<String> texts = new ArrayList<>();
        while (block.find()) {
            if (block.group(2).equals(name)) {
                texts.add(block.group(3));
            }
        }
        assertThat(texts).as("blocks called " + name).hasSize(1);
        return texts.getFirst();
    }

    private Run compare(String before, String after, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "compare",
                folder.resolve(before).toString(),
                folder.resolve(after).toString(),
                folder.resolve("people.jsonl").toString()));
        arguments.addAll(List.of(more));
        return bench.runs(arguments.toArray(String[]::new));
    }

    @Test
    void thePagesExampleShowsWhatTheCommandPrints() throws IOException {
        Run run = compare("old.json", "skin.json", "--from", "2026-12-01", "--to", "2027-05-31");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(block("output"));
        assertThat(run.code()).isZero();
    }

    @Test
    void aDefinitionThatDidNotChangeChangesNothing() {
        Run run = compare("old.json", "old.json", "--program", "skin");

        assertThat(run.out()).startsWith("skin, 2026-11-22 to 2027-12-27\njourneys 3, unchanged 3, with gains 0");
    }

    @Test
    void everyFaultOfEitherDefinitionIsListedAndNothingIsCompared() throws IOException {
        write(
                "bad.json",
                Files.readString(folder.resolve("old.json"))
                        .replace("P1W", "P0W")
                        .replace("P7D", "P99Y"));
        write("worse.json", "{");

        Run run = compare("bad.json", "worse.json", "--program", "skin");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains(
                        "bad.json /milestones/0 a milestone is",
                        "bad.json /cadences/weekly a cadence's",
                        "worse.json is");
    }

    @Test
    void aSlotThatHasClosedBeforeTheFirstDayIsLost() throws IOException {
        write(
                "skin.json",
                Files.readString(folder.resolve("old.json")).replace("\"window\": \"none\"", "\"window\": \"P5D\""));

        Run run = compare("old.json", "skin.json", "--from", "2026-12-01", "--to", "2026-12-31");

        assertThat(run.out())
                .contains("with gains 0, with losses 1, with moves 0")
                .contains("ben: loses 1 (weekly-2026-11-25 on 2026-12-01)");
    }

    @Test
    void linesThatCannotBeTakenAreSaid() throws IOException {
        write(
                "people.jsonl",
                "{\"type\":\"journey\",\"memberId\":\"x\",\"program\":\"skin\",\"startedOn\":\"2026-11-01\"}\n");

        Run run = compare("old.json", "skin.json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("line 1: /memberId is of a member without a time zone");
    }

    @Test
    void aRangeBackwardsIsUnusable() {
        assertThat(compare("old.json", "skin.json", "--from", "2026-12-01", "--to", "2026-11-30")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void aMembersIdIsOneLineOfTheReportWhateverIsInIt() throws IOException {
        write("people.jsonl", block("people").replace("\"ann\"", "\"an\\u001b[2J\\nn\""));

        Run run = compare("old.json", "skin.json", "--from", "2026-12-01", "--to", "2027-05-31");

        assertThat(run.out()).contains("an\\u001b[2J\\u000an: ").doesNotContain("\u001b");
    }

    @Test
    void theLastDayOfAllCanBeLookedAt() {
        Run run = compare("old.json", "skin.json", "--from", "2199-12-31");

        assertThat(run.out()).startsWith("skin, 2199-12-31 to 2199-12-31\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void whatTheCommandLineSaysIsPrintedEscaped() {
        assertThat(compare("no\u001b[2Jne.json", "skin.json").err())
                .contains("no\\u001b[2Jne.json: no such file")
                .doesNotContain("\u001b");
    }
}
