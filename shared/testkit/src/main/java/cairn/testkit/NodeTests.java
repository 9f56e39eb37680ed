package cairn.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// The tests of modules for browsers that need no browser: they are written in the modules' own language, and run where
/// there is Node.js to run them.
public final class NodeTests {
    private NodeTests() {}

    /// @param folder of files `*.test.mjs`
    /// @return a test for each
    public static Stream<DynamicTest> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> tests = files.filter(file -> file.toString().endsWith(".test.mjs"))
                    .sorted()
                    .toList();
            assertThat(tests).isNotEmpty();
            return tests.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                        NodeJs.Run run = NodeJs.run("--test", "--test-reporter=tap", file.toString());
                        assertThat(run.exit()).as(run.output()).isZero();
                        assertThat(run.output())
                                .containsPattern("(?m)^# pass [1-9]")
                                .contains("# skipped 0");
                    }));
        }
    }
}
