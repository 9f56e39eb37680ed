package cairn.local.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.local.life.Refusal;
import cairn.testkit.Patience;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LoopbackTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    @Test
    void aListenerIsOnLoopback() {
        var server = Loopback.onFreePort();

        assertThat(server.getAddress().getAddress()).isEqualTo(LOOPBACK);
        server.stop(0);
    }

    @Test
    void aPortThatIsFreedInTimeIsTaken() throws Exception {
        var holder = new ServerSocket(0, 1, LOOPBACK);
        int port = holder.getLocalPort();
        var waiting = CompletableFuture.supplyAsync(() -> Loopback.on(port, Patience.LONG));

        holder.close();

        assertThat(waiting).succeedsWithin(Patience.LONG).satisfies(server -> server.stop(0));
    }

    @Test
    void aPortThatStaysTakenIsRefusedWithAnAdvice() throws Exception {
        try (var holder = new ServerSocket(0, 1, LOOPBACK)) {
            assertThatThrownBy(() -> Loopback.on(holder.getLocalPort(), Duration.ofMillis(200)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Port " + holder.getLocalPort() + " is taken")
                    .hasMessageContaining("CAIRN_PORT");
        }
    }
}
