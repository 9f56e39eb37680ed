package cairn.dynamodblocal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Reads what the child says: its port first, then, for as long as it runs, warnings, which go to standard error.
///
/// Somebody has to read to the end: a full pipe would stop the child.
final class EngineOutput {
    private static final long SECONDS_TO_START = 60;

    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final Process process;

    private EngineOutput(Process process) {
        this.process = process;
    }

    static EngineOutput of(Process process) {
        var output = new EngineOutput(process);
        Thread.ofPlatform().daemon().name("dynamodb-local").start(output::read);
        return output;
    }

    int awaitPort() {
        try {
            return port.get(SECONDS_TO_START, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("DynamoDB Local did not start within " + SECONDS_TO_START + " s", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("DynamoDB Local did not start:\n" + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while DynamoDB Local was starting", e);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            readUntilReady(lines);
            lines.lines().forEach(line -> System.err.println("dynamodb-local: " + line));
        } catch (IOException | UncheckedIOException e) {
            port.completeExceptionally(e);
        }
    }

    private void readUntilReady(BufferedReader lines) throws IOException {
        var said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(Engine.READY)) {
                port.complete(Integer.valueOf(line.substring(Engine.READY.length())));
                return;
            }
            said.append(line).append('\n');
        }
        port.completeExceptionally(new IOException(said.toString()));
    }
}
