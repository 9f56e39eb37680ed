package cairn.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cairn.checkins.Change;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.checkins.StoreUnavailable;
import cairn.testkit.Patience;
import cairn.testkit.SampleRows;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// A server that takes connections and never answers. What is counted is attempts, each of which is a connection of its
/// own: how long a second takes is the machine's business.
class HangingServerTest {
    private static final MemberId ID = new MemberId("somebody");

    @AutoClose
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    @AutoClose
    private final DynamoDbClient client = TestTable.clientOf(URI.create("http://127.0.0.1:" + server.getLocalPort()))
            .build();

    private final List<Socket> attempts = new CopyOnWriteArrayList<>();

    HangingServerTest() throws IOException {}

    @BeforeEach
    void takeConnections() {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    attempts.add(server.accept());
                } catch (IOException ended) {
                    return;
                }
            }
        });
    }

    @Test
    void aReadThatHasNoTimeForASecondAttemptMakesNone() {
        expectUnavailable(Duration.ofMillis(400), ledger -> ledger.member(ID));
        assertThat(attempts).hasSizeLessThanOrEqualTo(1);
    }

    /// An attempt ends after its second, however much time there is, and there is no fourth.
    @Test
    void aReadTriesThreeTimesAndNoMore() {
        expectUnavailable(Patience.LONG, ledger -> ledger.member(ID));
        assertThat(attempts).hasSizeBetween(2, 3);
    }

    @Test
    void aCommitEndsByItsDeadlineReadBackIncluded() {
        expectUnavailable(Duration.ofMillis(2500), ledger -> ledger.commit(new Change(SampleRows.member(ID, 1), null)));
        assertThat(attempts).hasSizeLessThanOrEqualTo(3);
    }

    private void expectUnavailable(Duration left, Consumer<Ledger> call) {
        Ledger ledger = new DynamoDbLedger(client, "any").within(Deadline.in(left));
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> call.accept(ledger));
    }
}
