package cairn.dynamodblocal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A running DynamoDB Local, reached over HTTP on 127.0.0.1 with any credentials and any region: all see the same
/// tables.
///
/// It is a child process of this one, and ends with it even where this one is killed: it watches its standard input.
public final class DynamoDbLocal implements AutoCloseable {
    private static final long SECONDS_TO_STOP = 5;

    private final Process process;
    private final URI endpoint;

    private DynamoDbLocal(Process process, int port) {
        this.process = process;
        this.endpoint = URI.create("http://127.0.0.1:" + port);
    }

    /// Starts one that forgets everything when it ends, on a free port, and waits until it answers.
    ///
    /// @throws IllegalStateException if it does not start; with what it said
    public static DynamoDbLocal inMemory() {
        return start(List.of("0"));
    }

    /// Starts one that keeps its data, streams included, and waits until it answers.
    ///
    /// @param dataFolder created where missing; one engine at a time
    /// @param port 0 for any free one
    /// @throws IllegalStateException if it does not start, for example since the port is taken; with what it said
    public static DynamoDbLocal at(Path dataFolder, int port) {
        try {
            Path folder = Files.createDirectories(dataFolder).toAbsolutePath();
            return start(List.of(Integer.toString(port), folder.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where it listens, for an SDK client's `endpointOverride` or `AWS_ENDPOINT_URL_DYNAMODB`.
    public URI endpoint() {
        return endpoint;
    }

    /// Ends it, and returns when it has ended; its data are on disk then.
    @Override
    public void close() {
        stop(process);
    }

    private static DynamoDbLocal start(List<String> arguments) {
        try {
            Process process = new ProcessBuilder(command(arguments))
                    .redirectErrorStream(true)
                    .start();
            try {
                return new DynamoDbLocal(process, EngineOutput.of(process).awaitPort());
            } catch (RuntimeException e) {
                stop(process);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // SQLite is native code.
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                Engine.class.getName()));
        command.addAll(arguments);
        return command;
    }

    private static String classPath() throws IOException {
        try (InputStream recorded = DynamoDbLocal.class.getResourceAsStream("class-path")) {
            if (recorded == null) {
                throw new IllegalStateException("no class path recorded: build this module with Maven");
            }
            var location =
                    DynamoDbLocal.class.getProtectionDomain().getCodeSource().getLocation();
            return Path.of(location.toURI())
                    + File.pathSeparator
                    + new String(recorded.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void stop(Process process) {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
