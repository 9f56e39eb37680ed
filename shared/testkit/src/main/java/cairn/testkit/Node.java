package cairn.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Node.js, where this machine has it. The build does not ask for it.
public final class Node {
    private static final int LEAST_VERSION = 20;

    private Node() {}

    /// @param output all that it wrote, to either stream
    public record Run(int exit, String output) {}

    /// Skips the test that calls it, with the reason, where there is none.
    public static void assumeThereIsOne() {
        assumeTrue(isThere(), "no Node.js " + LEAST_VERSION + " or later on this machine");
    }

    private static boolean isThere() {
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
