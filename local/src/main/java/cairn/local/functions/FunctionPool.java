package cairn.local.functions;

import cairn.local.template.FunctionDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/// One function's processes: another one is started when all are busy, up to a bound; beyond it, callers
/// queue.
final class FunctionPool implements AutoCloseable {
    /// Lambda has hundreds; one machine has a few cores.
    private static final int BOUND = 4;

    private final FunctionDefinition function;
    private final FunctionCode code;
    private final ProcessCommand command;
    private final Semaphore places = new Semaphore(BOUND, true);
    private final Deque<FunctionProcess> idle = new ConcurrentLinkedDeque<>();
    private final Set<FunctionProcess> all = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    FunctionPool(FunctionDefinition function, FunctionCode code, ProcessCommand command) {
        this.function = function;
        this.code = code;
        this.command = command;
    }

    /// @throws InterruptedException too if it was closed meanwhile: how that ended says nothing about the
    ///     function
    Outcome invoke(String event, CompletableFuture<Void> taken) throws InterruptedException {
        places.acquire();
        try {
            Path newest = code.newest();
            FunctionProcess process = idleOrNew(newest);
            Outcome outcome = process.invoke(event, taken);
            refuseClosed();
            if (process.isUsable(newest)) {
                idle.push(process);
            } else {
                end(process);
            }
            return outcome;
        } catch (IOException e) {
            return new Outcome.Undelivered("has no readable code: " + e);
        } finally {
            places.release();
        }
    }

    @Override
    public void close() {
        closed = true;
        all.forEach(FunctionProcess::close);
    }

    private FunctionProcess idleOrNew(Path newest) throws InterruptedException {
        refuseClosed();
        for (FunctionProcess process = idle.poll(); process != null; process = idle.poll()) {
            if (process.isUsable(newest)) {
                return process;
            }
            end(process);
        }
        var started = FunctionProcess.start(function, newest, command);
        all.add(started);
        if (closed) {
            end(started);
        }
        return started;
    }

    private void refuseClosed() throws InterruptedException {
        if (closed) {
            throw new InterruptedException(function.name() + " is being ended");
        }
    }

    private void end(FunctionProcess process) {
        process.close();
        all.remove(process);
    }
}
