package cairn.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
    private static final Map<String, String> ALL = Map.of(
            "TABLE_NAME", "cairn-members",
            "CURSOR_KEY", "a-secret",
            "DEFAULT_PLAN", "free",
            "LAMBDA_TASK_ROOT", Path.of("../..").toString());

    @Test
    void aFunctionIsGivenItsTableItsKeyAndItsPrograms() {
        Environment environment = new Environment(ALL);

        assertThat(environment.tableName()).isEqualTo("cairn-members");
        assertThat(environment.cursorKey()).isEqualTo("a-secret");
        assertThat(environment.programs().defaultPlan()).isEqualTo("free");
        assertThat(environment.programs().byName()).containsKey("skin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TABLE_NAME", "CURSOR_KEY", "DEFAULT_PLAN", "LAMBDA_TASK_ROOT"})
    void aVariableThatIsMissingOrEmptyIsNamed(String name) {
        Function<Environment, Object> reader = switch (name) {
            case "TABLE_NAME" -> Environment::tableName;
            case "CURSOR_KEY" -> Environment::cursorKey;
            default -> Environment::programs;
        };
        Map<String, String> missing = new HashMap<>(ALL);
        missing.remove(name);
        Map<String, String> empty = new HashMap<>(ALL);
        empty.put(name, "");

        assertThatIllegalStateException()
                .isThrownBy(() -> reader.apply(new Environment(missing)))
                .withMessageContaining(name);
        assertThatIllegalStateException()
                .isThrownBy(() -> reader.apply(new Environment(empty)))
                .withMessageContaining(name);
    }

    @Test
    void itsValuesAreKeptOutOfLogs() {
        assertThat(new Environment(ALL).toString()).doesNotContain("a-secret", "cairn-members", "free");
    }

    @Test
    void thatOfTheProcessIsRead() {
        assertThat(Environment.ofProcess().variables()).isNotEmpty();
    }
}
