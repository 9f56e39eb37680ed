package cairn.dynamodblocal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteLibraryLoader;

/// The child process: DynamoDB's HTTP API on 127.0.0.1, until standard input ends.
///
/// DynamoDB Local's own `ServerRunner` listens on every interface and sets up telemetry; this takes its request handler
/// alone and puts it behind a connector on loopback, so neither exists here.
final class Engine {
    static final String READY = "cairn: DynamoDB Local answers on port ";

    /// A client that keeps a connection must not find it closed between two requests of a quiet minute.
    private static final Duration IDLE = Duration.ofMinutes(10);

    private static final boolean SHARED_BY_ALL_CREDENTIALS = true;
    private static final boolean SLOW_TRANSIENT_STATUSES = false;

    private Engine() {}

    /// Arguments: the port (0: any free one) and, if data is to be kept, the folder.
    public static void main(String[] arguments) throws Exception {
        SQLiteLibraryLoader.initialize();
        var handler = handler(arguments.length > 1 ? arguments[1] : null);
        var server = new Server();
        var connector = onLoopback(server, Integer.parseInt(arguments[0]));
        server.addConnector(connector);
        server.setHandler(handler);
        server.start();
        System.out.println(READY + connector.getLocalPort());
        awaitEndOf(System.in);
        server.stop();
        handler.close();
        System.exit(0);
    }

    private static LocalDynamoDBServerHandler handler(@Nullable String dataFolder) throws Exception {
        boolean inMemory = dataFolder == null;
        return new LocalDynamoDBServerHandler(
                new LocalDynamoDBRequestHandler(
                        0, inMemory, dataFolder, SHARED_BY_ALL_CREDENTIALS, SLOW_TRANSIENT_STATUSES),
                null);
    }

    private static ServerConnector onLoopback(Server server, int port) {
        var connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setIdleTimeout(IDLE.toMillis());
        return connector;
    }

    /// Nobody writes here: the end means that the parent closed it, or is gone, however it went.
    private static void awaitEndOf(InputStream in) throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }
}
