package cairn.commands;

import cairn.checkins.RowRefused;
import cairn.checkins.StoreMisconfigured;
import cairn.dynamodb.DynamoDbClients;
import cairn.dynamodb.DynamoDbLedger;
import cairn.dynamodblocal.DynamoDbLocal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/// The table to write to, and all that has to be up for it.
final class Store implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final DynamoDbLedger ledger;
    private final String table;

    private Store(DynamoDbClient client, String table, AutoCloseable... before) {
        for (AutoCloseable part : before) {
            opened.push(part);
        }
        opened.push(client);
        this.ledger = new DynamoDbLedger(client, table);
        this.table = table;
    }

    /// In the account, or at the endpoint, that the AWS SDK's environment names.
    ///
    /// @throws Unusable if the environment does not say enough, or the table cannot be used
    static Store ofEnvironment(String table) {
        return new Store(AwsEnvironment.client(), table).reached();
    }

    /// What the deployment on this machine keeps, while it is not running: its engine is started for this.
    ///
    /// @throws Unusable if it is running, has no data, or has no such table
    static Store ofDataFolder(Path data, String table) {
        if (!Files.isDirectory(data.resolve("dynamodb"))) {
            throw new Unusable("there is no data of a local deployment in " + data
                    + ": start it once with mvn -P local, which creates the table, and end it");
        }
        FileChannel lock = locked(data.resolve("lock"));
        DynamoDbLocal engine = started(data.resolve("dynamodb"));
        return new Store(clientOf(engine.endpoint()), table, lock, engine).reached();
    }

    /// A client for an engine on this machine, which takes any credentials. It waits longer than a function
    /// may: the machine can be busy, and no gateway gives up meanwhile.
    static DynamoDbClient clientOf(URI endpoint) {
        DynamoDbClientBuilder builder = DynamoDbClients.builder(List.of());
        return builder.httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(PATIENCE))
                .overrideConfiguration(builder.overrideConfiguration().toBuilder()
                        .apiCallTimeout(PATIENCE)
                        .apiCallAttemptTimeout(PATIENCE)
                        .build())
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .build();
    }

    DynamoDbLedger ledger() {
        return ledger;
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception unclosed) {
                throw new IllegalStateException(unclosed);
            }
        }
    }

    private Store reached() {
        try {
            ledger.prime();
            return this;
        } catch (StoreMisconfigured | RowRefused unusable) {
            close();
            throw new Unusable("the table " + table + " cannot be used: " + unusable.getMessage(), unusable);
        } catch (RuntimeException unreachable) {
            close();
            throw unreachable;
        }
    }

    private static DynamoDbLocal started(Path folder) {
        try {
            return DynamoDbLocal.at(folder, 0);
        } catch (IllegalStateException broken) {
            throw new Unusable("the local engine does not start on " + folder + ": " + broken.getMessage(), broken);
        }
    }

    private static FileChannel locked(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new Unusable("Cairn is running on " + file.getParent() + ": end it first");
            }
            return channel;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }
}
