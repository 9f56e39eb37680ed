package cairn.local;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.testkit.NodeJs;
import cairn.testkit.NodeTests;
import cairn.testkit.TypeScript;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The playground's modules that need no page: days and zones, addresses, the layout of the picture, the keys that move
/// now, faults and their fields; and the types of all of them.
@NodeJs.Needed
class PlaygroundModulesTest {
    private static final Path TESTS = Path.of("src/test/playground");

    @TestFactory
    Stream<DynamicTest> theirOwnTestsPass() throws IOException {
        return NodeTests.in(TESTS);
    }

    @Test
    void whatTheySayOfTypesIsSo() throws IOException {
        assertThat(TypeScript.compile("--project", TESTS.toString())).isEmpty();
    }
}
