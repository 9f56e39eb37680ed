package cairn.commands;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.commands.Bench.Run;
import cairn.dynamodblocal.DynamoDbLocal;
import cairn.testkit.table.RealTable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole commands, on the data folder that a local deployment left.
class CommandLineTest {
    private static final Path ROOT = Path.of(System.getProperty("project.root"));

    @TempDir
    private Path folder;

    private final Bench bench = new Bench();

    @BeforeEach
    void somePeople() throws IOException {
        Files.write(
                folder.resolve("people.jsonl"),
                List.of(
                        "{\"type\":\"member\",\"memberId\":\"kim\",\"timeZone\":\"Europe/Berlin\"}",
                        "{\"type\":\"journey\",\"memberId\":\"kim\",\"program\":\"skin\",\"startedOn\":\"2026-11-01\"}"));
    }

    private Run imports(Path data) {
        return bench.runs(
                "import",
                folder.resolve("people.jsonl").toString(),
                "--table",
                "cairn-Table",
                "--program-dir",
                ROOT.resolve("programs").toString(),
                "--data",
                data.toString());
    }

    @Test
    void theDataFolderOfADeploymentThatHasEndedIsWrittenTo() {
        Path data = folder.resolve("data");
        try (var engine = DynamoDbLocal.at(data.resolve("dynamodb"), 0)) {
            new RealTable(engine.endpoint(), "cairn-Table").created();
        }

        assertThat(imports(data).out()).containsPattern("journeys +1 +0 +0 +0").endsWith("Done.\n");
        assertThat(imports(data).out()).containsPattern("journeys +0 +1 +0 +0").contains("Nothing was changed");
    }

    @Test
    void theDataFolderOfARunningDeploymentIsLeftAlone() throws IOException {
        Files.createDirectory(folder.resolve("dynamodb"));
        try (FileChannel lock =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(lock.tryLock()).isNotNull();

            Run run = imports(folder);

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).isEqualTo("Cairn is running on " + folder + ": end it first\n");
        }
    }

    @Test
    void aFolderWithoutDataIsSaidToBeOne() {
        assertThat(imports(folder).err()).startsWith("there is no data of a local deployment in");
    }

    @Test
    void whatIsMissingOnTheCommandLineIsSaid() {
        assertThat(bench.runs("import").code()).isEqualTo(2);
        assertThat(bench.runs("compare", "none.json", "none.json", "none.jsonl").err())
                .isEqualTo("cannot be read: none.json: no such file\n");
    }
}
