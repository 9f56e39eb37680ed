package cairn.testkit;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;

/// Node.js, where this machine has it. The build does not ask for it.
public final class NodeJs {
    private static final int LEAST_VERSION = 20;
    private static final String NONE = "no Node.js " + LEAST_VERSION + " or later on this machine";

    private NodeJs() {}

    /// Of a test, or of a class of them: it is skipped and counted, with the reason, where there is none.
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.TYPE})
    @EnabledIf(value = "cairn.testkit.NodeJs#isThere", disabledReason = NONE)
    public @interface Needed {}

    /// @param output all that it wrote, to either stream
    public record Run(int exit, String output) {}

    static boolean isThere() {
        try {
            String version = run("--version").output().strip();
            return Integer.parseInt(version.replaceFirst("v(\\d+)\\..*", "$1")) >= LEAST_VERSION;
        } catch (IOException | NumberFormatException none) {
            return false;
        }
    }

    /// @throws IOException also if there is no Node.js
    public static Run run(String... arguments) throws IOException {
        return run(Map.of(), arguments);
    }

    /// @param environment what is different in it: `TZ`, say
    /// @throws IOException also if there is no Node.js
    public static Run run(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command =
                Stream.concat(Stream.of("node"), Stream.of(arguments)).toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
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
