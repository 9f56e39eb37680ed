package cairn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The playground's modules that need no page: days and zones, addresses, the layout of the picture, faults and their
/// fields.
class PlaygroundModulesTest {
    private static final Path TESTS = Path.of("src/test/playground");

    private record Run(int status, String output) {}

    @Test
    void theirOwnTestsPass() throws Exception {
        assumeTrue(hasNode(), "no node (20 or later) on this machine: the playground's modules were not tested alone");
        List<String> command = new ArrayList<>(List.of("node", "--test", "--test-reporter=tap"));
        try (Stream<Path> files = Files.list(TESTS)) {
            files.map(Path::toString).sorted().forEach(command::add);
        }
        Run run = run(command);

        assertThat(run.status()).as(run.output()).isZero();
        assertThat(run.output()).containsPattern("(?m)^# pass [1-9]").contains("# skipped 0");
    }

    private static boolean hasNode() throws InterruptedException {
        try {
            return run(List.of("node", "--version")).output().matches("(?s)v(2\\d|[3-9]\\d)\\..*");
        } catch (IOException none) {
            return false;
        }
    }

    private static Run run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }
}
