package cairn.web;

import cairn.testkit.NodeJs;
import cairn.testkit.NodeTests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The card's and the client's modules as they are in the source.
@NodeJs.Needed
class ModulesTest {
    @TestFactory
    Stream<DynamicTest> theirOwnTestsPass() throws IOException {
        return NodeTests.in(Path.of("test"));
    }
}
