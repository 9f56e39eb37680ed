package cairn.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// The tests of modules for browsers that need no browser: they are written in the modules' own language, and run where
/// there is Node.js to run them.
public final class NodeTests {
    private static final int LEAST_VERSION = 20;

    private NodeTests() {}

    private record Run(int exit, String output) {}

    /// @param folder of files `*.test.mjs`
    /// @return a test for each, or one that is skipped and says why where there is no Node.js
    public static Stream<DynamicTest> in(Path folder) throws IOException {
        assumeTrue(hasNode(), "no Node.js " + LEAST_VERSION + " or later on this machine");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> tests = files.filter(file -> file.toString().endsWith(".test.mjs"))
                    .sorted()
                    .toList();
            assertThat(tests).isNotEmpty();
            return tests.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                        Run run = run("node", "--test", "--test-reporter=tap", file.toString());
                        assertThat(run.exit()).as(run.output()).isZero();
                        assertThat(run.output())
                                .containsPattern("(?m)^# pass [1-9]")
                                .contains("# skipped 0");
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
