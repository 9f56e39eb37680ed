package cairn.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `docs/incidents.md` names the test that proves each guard: a name that no test has would prove nothing.
class IncidentsTest {
    private static final int INCIDENTS = 25;
    private static final Pattern PROOF = Pattern.compile("`([A-Z]\\w+(?:Test|Contract|Benchmark))(?:\\.(\\w+))?`");

    private final String document = Tree.text(Tree.ROOT.resolve("docs/incidents.md"));

    @Test
    void everyIncidentHasItsRow() {
        assertThat(document.lines().filter(line -> line.matches("\\| \\d+ \\|.*")))
                .hasSize(INCIDENTS);
    }

    @Test
    void everyRowNamesItsProofOrSaysThatThereIsNoneYet() {
        assertThat(document.lines().filter(line -> line.matches("\\| \\d+ \\|.*")))
                .allMatch(line ->
                        PROOF.matcher(line).find() || line.contains("`.ci/") || line.contains("not yet proven"));
    }

    @Test
    void everyTestThatIsNamedIsThere() {
        List<MatchResult> named = PROOF.matcher(document).results().toList();
        assertThat(named).isNotEmpty().allSatisfy(proof -> {
            List<String> sources = sources(proof.group(1));
            assertThat(sources).as(proof.group()).isNotEmpty();
            if (proof.group(2) != null) {
                assertThat(sources)
                        .as(proof.group())
                        .anySatisfy(source -> assertThat(source).contains(" " + proof.group(2) + "("));
            }
        });
    }

    /// Several modules may have a test of one name.
    private static List<String> sources(String test) {
        return Tree.javaSources().stream()
                .filter(file -> file.endsWith(test + ".java"))
                .map(Tree::text)
                .toList();
    }
}
