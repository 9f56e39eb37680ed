package cairn.commands;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/// How far it is, for one who waits: a line every two seconds. Told by several threads.
final class Progress {
    private static final double SECOND = 1e9;
    private static final double BETWEEN_TWO = 2 * SECOND;

    private final int total;
    private final PrintStream out;
    private final LongSupplier nanoTime;
    private final long start;
    private long lastSaid;
    private int done;

    /// @param total    lines to come
    /// @param nanoTime a steady clock
    Progress(int total, PrintStream out, LongSupplier nanoTime) {
        this.total = total;
        this.out = out;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.lastSaid = start;
    }

    synchronized void done(int lines) {
        if (lines == 0) {
            return;
        }
        done += lines;
        long now = nanoTime.getAsLong();
        if (now - lastSaid >= BETWEEN_TWO || done == total) {
            lastSaid = now;
            double rate = done / Math.max(1e-3, (now - start) / SECOND);
            out.printf(
                    Locale.ROOT,
                    "%d of %d lines, %.0f a second, %.0f s left\n",
                    done,
                    total,
                    rate,
                    (total - done) / rate);
        }
    }
}
