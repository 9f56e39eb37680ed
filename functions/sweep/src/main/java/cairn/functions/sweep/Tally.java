package cairn.functions.sweep;

import cairn.lambda.EventFunction.Notes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What one tick has done so far; for its log line, on which the alarms look.
final class Tally {
    private static final int TRACES = 3;

    int due;
    int opened;
    int announced;
    int failed;
    /// There was more to announce than one tick may.
    boolean atCap;
    boolean outOfTime;
    /// The bus has not taken everything.
    boolean busAway;

    /// How long whoever is left to the next tick has waited.
    Duration lag = Duration.ZERO;

    private final List<List<String>> traces = new ArrayList<>();

    void failure(List<String> trace) {
        failed++;
        if (traces.size() < TRACES) {
            traces.add(trace);
        }
    }

    /// Whether the rest is left to the next tick.
    boolean isOver() {
        return atCap || outOfTime || busAway;
    }

    void note(Notes notes) {
        notes.note("due", due)
                .note("opened", opened)
                .note("announced", announced)
                .note("failed", failed)
                .note("atCap", atCap)
                .note("outOfTime", outOfTime)
                .note("busAway", busAway)
                .note("lagSeconds", lag.toSeconds());
        if (!traces.isEmpty()) {
            notes.note("cause", traces);
        }
        if (failed > 0 || isOver()) {
            notes.warn();
        }
    }
}
