package cairn.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The tests that are written in the card's own language, run where there is something to run them.
class NodeTest {
    private static final int LEAST_VERSION = 20;

    private record Run(int exit, String output) {}

    @TestFactory
    Stream<DynamicTest> whatTheSourceSaysOfItself() throws IOException {
        assumeTrue(hasNode(), "no Node.js " + LEAST_VERSION + " or later on this machine");
        try (Stream<Path> files = Files.list(Path.of("test"))) {
            List<Path> tests = files.filter(file -> file.toString().endsWith(".test.mjs"))
                    .sorted()
                    .toList();
            assertThat(tests).isNotEmpty();
            return tests.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                        Run run = run("node", "--test", "--test-reporter=tap", file.toString());
                        assertThat(run.exit()).as(run.output()).isZero();
                        assertThat(run.output()).containsPattern("# pass [1-9]");
                    }));
        }
    }

    private static boolean hasNode() {
        try {
            String version = run("node", "--version").output().strip();
            return Integer.parseInt(version.replaceFirst("v(\\d+)\\..*", "$1")) >= LEAST_VERSION;
        } catch (IOException | NumberFormatException none) {
            return false;
        }
    }

    private static Run run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Run(process.waitFor(), output);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
