package cairn.local.net;

import cairn.local.life.Refusal;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

/// Every listener of this process: bound to 127.0.0.1, so that no other machine reaches it.
public final class Loopback {
    private static final int BACKLOG = 128;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(100);

    static {
        // Read once by the JDK's server: without it a reply in two packets waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private Loopback() {}

    /// A server that is bound and not started.
    public static HttpServer onFreePort() {
        try {
            return bound(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A server that is bound and not started: connections are accepted and wait.
    ///
    /// @param patience for a port that is taken: its last holder may just be ending
    /// @throws Refusal if it stays taken
    public static HttpServer on(int port, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return bound(port);
            } catch (BindException taken) {
                if (System.nanoTime() > end) {
                    throw new Refusal(
                            "Port " + port + " is taken by another process. End that one, or set CAIRN_PORT.", taken);
                }
                pause();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static HttpServer bound(int port) throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), BACKLOG);
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while waiting for a port.", e);
        }
    }
}
