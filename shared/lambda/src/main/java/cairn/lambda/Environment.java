package cairn.lambda;

import cairn.checkins.Programs;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/// What template.yaml gives a function. The one place in a function that reads the environment.
public record Environment(Map<String, String> variables) {
    public Environment {
        variables = Map.copyOf(variables);
    }

    public static Environment ofProcess() {
        return new Environment(System.getenv());
    }

    public String tableName() {
        return variable("TABLE_NAME");
    }

    public String cursorKey() {
        return variable("CURSOR_KEY");
    }

    public String busName() {
        return variable("BUS_NAME");
    }

    /// How many cards one tick of the sweep may announce.
    public int announcementsPerTick() {
        return Integer.parseInt(variable("ANNOUNCEMENTS_PER_TICK"));
    }

    /// The programs packed into the function's own archive.
    public Programs programs() {
        return ProgramFiles.load(Path.of(variable("LAMBDA_TASK_ROOT"), "programs"), variable("DEFAULT_PLAN"));
    }

    /// Takes the function's lines of JSON: standard output, which Lambda puts into the function's log group.
    public Consumer<String> log() {
        return new ProcessLog(System.out::println);
    }

    private String variable(String name) {
        String value = variables.get(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalStateException("template.yaml gives this function no " + name);
        }
        return value;
    }

    /// Kept out of logs: there are secrets in it.
    @Override
    public String toString() {
        return "Environment[…]";
    }
}
