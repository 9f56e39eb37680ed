package cairn.local;

import cairn.testkit.NodeJs;
import cairn.testkit.NodeTests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The playground's modules that need no page: days and zones, addresses, the layout of the picture, the keys that move
/// now, faults and their fields.
class PlaygroundModulesTest {
    @TestFactory
    @NodeJs.Needed
    Stream<DynamicTest> theirOwnTestsPass() throws IOException {
        return NodeTests.in(Path.of("src/test/playground"));
    }
}
