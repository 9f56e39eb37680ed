package cairn.lambda;

import cairn.lambda.RequestLog.Level;
import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// A function for which nobody waits: an event, a tick, a batch of a stream. What it cannot do it throws,
/// and Lambda tries again or puts it aside. It keeps nothing between invocations.
///
/// @param way names it in its log lines
/// @param log takes one line of JSON an invocation
public record EventFunction(String way, Consumer<String> log) {

    /// What it does.
    public interface Work {
        void run(Notes notes) throws IOException;
    }

    /// What an invocation says of itself.
    public static final class Notes {
        private final Map<String, Object> noted = new LinkedHashMap<>();
        private Level level = Level.INFO;

        public Notes note(String name, Object value) {
            noted.put(name, value);
            return this;
        }

        /// Somebody should look at it.
        public void warn() {
            level = Level.WARN;
        }
    }

    /// What was sent cannot be taken, however often it is tried.
    public static final class Refused extends RuntimeException {
        /// @param why goes with what was sent into the dead-letter queue; nothing of that is quoted in it
        public Refused(String why) {
            super(why);
        }
    }

    /// It could not be done this time. Lambda writes an exception's message, and those of its causes, into its log
    /// and into the dead letter; a parser's or a store's may quote what was sent. So this one says where it went
    /// wrong, and no more.
    public static final class Failed extends RuntimeException {
        Failed(Exception cause) {
            super(cause.getClass().getName());
            setStackTrace(cause.getStackTrace());
        }
    }

    /// @throws Refused what the work threw
    /// @throws Failed  for any other exception of it
    public void handle(Context context, Work work) {
        long startedAt = System.nanoTime();
        Notes notes = new Notes();
        try {
            work.run(notes);
        } catch (Refused refused) {
            notes.note("outcome", "refused").note("why", String.valueOf(refused.getMessage()));
            notes.warn();
            throw refused;
        } catch (RuntimeException | IOException failed) {
            notes.note("cause", RequestLog.trace(failed));
            notes.level = Level.ERROR;
            throw new Failed(failed);
        } finally {
            log.accept(new RequestLog(context.getAwsRequestId(), way)
                    .line(notes.level, notes.noted, Duration.ofNanos(System.nanoTime() - startedAt)));
        }
    }
}
