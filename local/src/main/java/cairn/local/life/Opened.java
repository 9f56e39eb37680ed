package cairn.local.life;

import java.util.ArrayDeque;
import java.util.Deque;

/// What was opened on the way up, closed on the way down: last first, each whatever happened to the others.
public final class Opened implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    /// Remembers a part, and gives it back.
    public synchronized <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public synchronized void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                System.err.println("While ending: " + e);
            }
        }
    }
}
