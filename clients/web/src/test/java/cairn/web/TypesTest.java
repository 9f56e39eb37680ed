package cairn.web;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.testkit.NodeJs;
import cairn.testkit.TypeScript;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// What TypeScript says of the modules, and of a page that uses them.
@NodeJs.Needed
class TypesTest {
    @Test
    void theModulesAreOfTheTypesThatTheyDeclare() throws IOException {
        assertThat(TypeScript.compile("--project", "tsconfig.json")).isEmpty();
    }

    /// The page says itself which of its lines have to be refused.
    @Test
    void aPageIsToldWhatItGetsWrong() throws IOException {
        assertThat(TypeScript.compile("--project", "test")).isEmpty();
    }
}
