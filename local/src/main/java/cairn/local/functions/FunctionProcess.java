package cairn.local.functions;

import cairn.local.template.FunctionDefinition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// One execution environment: a process that runs the handler, one invocation at a time.
final class FunctionProcess implements AutoCloseable {
    /// API Gateway waits no longer than this for any function.
    private static final Duration START = Duration.ofSeconds(30);

    private final FunctionDefinition function;
    private final Path code;
    private final RuntimeApi api;
    private final Process process;
    private final CompletableFuture<Outcome> died;
    private volatile boolean closed;

    private FunctionProcess(FunctionDefinition function, Path code, RuntimeApi api, Process process) {
        this.function = function;
        this.code = code;
        this.api = api;
        this.process = process;
        // Once, not for each invocation: a process remembers who waits for its end.
        this.died = process.onExit()
                .thenApply(ended -> new Outcome.Failed("its process ended with exit code " + ended.exitValue()));
        Thread.ofPlatform().daemon().name(function.name() + "-log").start(this::passOnLog);
    }

    /// @param command starts it, in its code's folder
    static FunctionProcess start(FunctionDefinition function, Path code, ProcessCommand command) {
        var api = new RuntimeApi(function);
        try {
            var builder = new ProcessBuilder(command.arguments(function, code))
                    .directory(code.toFile())
                    .redirectErrorStream(true);
            builder.environment().clear();
            builder.environment().putAll(command.environment(function, code, api.hostAndPort()));
            return new FunctionProcess(function, code, api, builder.start());
        } catch (IOException e) {
            api.close();
            throw new UncheckedIOException(e);
        }
    }

    /// Waits for the outcome, and ends the process if that takes too long.
    Outcome invoke(String event, CompletableFuture<Void> taken) {
        var invocation = PendingInvocation.of(event, taken);
        api.offer(invocation);
        CompletableFuture<Object> started = CompletableFuture.anyOf(invocation.taken(), invocation.outcome(), died)
                .orTimeout(START.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Object> ended =
                started.thenCompose(ignored -> CompletableFuture.anyOf(invocation.outcome(), died)
                        .orTimeout(function.timeout().toMillis(), TimeUnit.MILLISECONDS));
        Outcome outcome = ended.handle((result, overdue) -> overdue == null
                        ? (Outcome) result
                        : new Outcome.Failed("did not end within " + function.timeout()))
                .join();
        if (!invocation.taken().isDone() || !invocation.outcome().isDone()) {
            // It never started, or is still busy, or is gone: whichever it is, there is no use for it.
            close();
        }
        return outcome;
    }

    /// Whether it can take another invocation.
    ///
    /// @param current the folder of the newest code
    boolean isUsable(Path current) {
        return !closed && process.isAlive() && code.equals(current);
    }

    @Override
    public void close() {
        closed = true;
        process.destroyForcibly();
        api.close();
    }

    private void passOnLog() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(line -> System.out.println("[" + function.name() + "] " + line));
        } catch (IOException | UncheckedIOException ended) {
            // Its end has been seen elsewhere; there is no more to pass on.
        }
    }
}
