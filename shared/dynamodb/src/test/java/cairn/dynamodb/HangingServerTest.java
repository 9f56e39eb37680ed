package cairn.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cairn.checkins.Change;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.checkins.StoreUnavailable;
import cairn.testkit.SampleRows;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// A server that takes connections and never answers.
class HangingServerTest {
    private static final Duration GRACE = Duration.ofMillis(500);
    private static final MemberId ID = new MemberId("somebody");

    @AutoClose
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    @AutoClose
    private final DynamoDbClient client = TestTable.clientOf(URI.create("http://127.0.0.1:" + server.getLocalPort()))
            .build();

    HangingServerTest() throws IOException {}

    /// What is measured is waiting, not class loading.
    @BeforeEach
    void warmUp() {
        expectUnavailableWithin(Duration.ofSeconds(5), DynamoDbClients.LONGEST_CALL.plus(GRACE));
    }

    @Test
    void aReadEndsByItsDeadline() {
        expectUnavailableWithin(Duration.ofMillis(400), Duration.ofMillis(400).plus(GRACE));
    }

    @Test
    void aReadTriesThreeTimesASecondEachAndNoLonger() {
        Duration threeAttempts = Duration.ofMillis(3 * 1000 + 2 * 250);
        expectUnavailableWithin(Duration.ofSeconds(30), threeAttempts.plus(GRACE));
    }

    @Test
    void aCommitEndsByItsDeadlineReadBackIncluded() {
        Duration left = Duration.ofMillis(2500);
        Ledger ledger = new DynamoDbLedger(client, "any").within(Deadline.in(left));
        Deadline latest = Deadline.in(left.plus(GRACE));

        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> ledger.commit(new Change(SampleRows.member(ID, 1), null)));
        assertThat(latest.left()).isPositive();
    }

    private void expectUnavailableWithin(Duration left, Duration atMost) {
        Ledger ledger = new DynamoDbLedger(client, "any").within(Deadline.in(left));
        Deadline latest = Deadline.in(atMost);
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> ledger.member(ID));
        assertThat(latest.left()).as("time left").isPositive();
    }
}
