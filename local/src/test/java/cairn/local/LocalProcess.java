package cairn.local;

import cairn.testkit.Patience;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// [Main] in a process of its own, as a user starts it.
final class LocalProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("Cairn is up at (\\S+)");
    private static final Pattern TOKEN = Pattern.compile("Bearer ([^']+)'");

    private final Process process;
    private final BufferedReader output;
    private String said = "";

    private LocalProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static LocalProcess start(Path root, int port, String... before) {
        List<String> command = new ArrayList<>(List.of(before));
        command.addAll(command());
        var builder = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
        builder.environment().put("CAIRN_PORT", Integer.toString(port));
        try {
            return new LocalProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
    }

    /// Waits until it has said where it is and how to ask.
    URI awaitAddress() {
        String address = await(ADDRESS);
        await(TOKEN);
        return URI.create(address);
    }

    String token() {
        return await(TOKEN);
    }

    /// Waits for its end.
    int exitCode() throws InterruptedException {
        output.lines().forEach(line -> said += line + "\n");
        if (!process.waitFor(Patience.LONG.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running");
        }
        return process.exitValue();
    }

    String said() {
        return said;
    }

    Process process() {
        return process;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private String await(Pattern pattern) {
        try {
            Matcher found = pattern.matcher(said);
            while (!found.find()) {
                String line = output.readLine();
                if (line == null) {
                    throw new IllegalStateException("ended:\n" + said);
                }
                said += line + "\n";
                found = pattern.matcher(said);
            }
            return found.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
