package cairn.dynamodb;

import cairn.checkins.Ledger;
import cairn.testkit.LedgerContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

@EnabledIf(value = "thereIsDocker", disabledReason = "there is no Docker engine here")
class LocalStackLedgerTest extends LedgerContract {
    /// The last one that runs without a token.
    private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.14.0");

    private static @Nullable LocalStackContainer container;
    private static @Nullable TestTable table;

    static boolean thereIsDocker() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @BeforeAll
    static void start() {
        LocalStackContainer started = new LocalStackContainer(IMAGE).withServices("dynamodb");
        started.start();
        container = started;
        table = TestTable.on(TestTable.patient(TestTable.clientOf(started.getEndpoint())));
    }

    @AfterAll
    static void stop() {
        if (container != null) {
            container.stop();
        }
    }

    @Override
    public Ledger ledger() {
        if (table == null) {
            throw new IllegalStateException("not started");
        }
        return table.patientLedger();
    }
}
