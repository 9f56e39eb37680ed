package cairn.local;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.testkit.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How it begins and ends, with real processes.
class LifeTest {
    @TempDir
    private Path root;

    /// Its schedule is at rest: on the minute it would ask for a process more.
    @BeforeEach
    void build() throws IOException {
        TestProject.in(root);
        String schedule = "ScheduleExpression: rate(1 minute)";
        assertThat(TestProject.template()).containsOnlyOnce(schedule);
        Files.writeString(
                root.resolve("template.yaml"),
                TestProject.template().replace(schedule, "State: DISABLED\n            " + schedule));
    }

    @Test
    void terminatingItEndsEveryProcessOfItsAndARestartFindsKeysSecretsAndTable() throws Exception {
        String token;
        String secret;
        int port;
        try (var first = LocalProcess.start(root, 0)) {
            port = first.awaitAddress().getPort();
            token = first.token();
            secret = secret(first.awaitAddress(), token);
            List<ProcessHandle> children = children(first);

            terminate(first);

            assertThat(children).allSatisfy(LifeTest::ends);
        }
        try (var second = LocalProcess.start(root, port)) {
            assertThat(secret(second.awaitAddress(), token)).isEqualTo(secret);
        }
        assertThat(root.resolve(".cairn/dynamodb")).isNotEmptyDirectory();
    }

    @Test
    void aSecondInstanceOnTheSameDataFolderRefuses() throws Exception {
        try (var first = LocalProcess.start(root, 0)) {
            first.awaitAddress();
            try (var second = LocalProcess.start(root, 0)) {
                assertThat(second.exitCode()).isEqualTo(1);
                assertThat(second.said())
                        .startsWith("Another Cairn is running on ")
                        .contains("CAIRN_DATA");
            }
            assertThat(first.process().isAlive()).isTrue();
        }
    }

    @Test
    void aPortThatStaysTakenIsRefused() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                var refused = LocalProcess.start(root, taken.getLocalPort())) {
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.said()).contains("Port " + taken.getLocalPort() + " is taken", "CAIRN_PORT");
        }
    }

    @Test
    void killingItLeavesNoProcessBehind() throws Exception {
        try (var local = LocalProcess.start(root, 0)) {
            secret(local.awaitAddress(), local.token());
            List<ProcessHandle> children = children(local);

            local.process().destroyForcibly();

            assertThat(children).allSatisfy(LifeTest::ends);
        }
    }

    @Test
    void itEndsWithTheProcessThatStartedIt() throws Exception {
        // A shell between the two, as Maven is.
        try (var shell = LocalProcess.start(root, 0, "sh", "-c", "\"$@\"; exit", "sh")) {
            shell.awaitAddress();
            List<ProcessHandle> below = shell.process().descendants().toList();
            assertThat(below).hasSizeGreaterThanOrEqualTo(2);

            shell.process().destroyForcibly();

            assertThat(below).allSatisfy(LifeTest::ends);
        }
    }

    /// DynamoDB Local and the function.
    private static List<ProcessHandle> children(LocalProcess local) {
        List<ProcessHandle> children = local.process().children().toList();
        assertThat(children).hasSize(2);
        return children;
    }

    private static void terminate(LocalProcess local) throws InterruptedException {
        // Not Process.destroy(), which closes the output as well.
        local.process().toHandle().destroy();
        // 128 + SIGTERM, as the JVM does after its shutdown hooks.
        assertThat(local.exitCode()).isEqualTo(143);
    }

    private static void ends(ProcessHandle process) {
        assertThat(process.onExit()).succeedsWithin(Patience.LONG);
    }

    private static String secret(URI address, String token) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address.resolve("/v1/echo?do=environment"))
                    .header("Authorization", "Bearer " + token)
                    .build();
            var reply = http.send(request, BodyHandlers.ofString());
            assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
            return reply.body().replaceAll("(?s).*SECRET=(\\w+).*", "$1");
        }
    }
}
