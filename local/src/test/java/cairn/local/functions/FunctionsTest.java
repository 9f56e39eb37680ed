package cairn.local.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.local.TestProject;
import cairn.local.functions.Outcome.Failed;
import cairn.local.functions.Outcome.Replied;
import cairn.local.functions.Outcome.Undelivered;
import cairn.local.life.DataFolder;
import cairn.local.store.AwsAccess;
import cairn.local.template.AsyncSettings;
import cairn.local.template.FunctionDefinition;
import cairn.testkit.Patience;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionsTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final DataFolder data = DataFolder.temporary();

    @TempDir
    private Path root;

    private Functions functions;

    @BeforeEach
    void start() {
        TestProject.in(root);
        functions = new Functions(
                List.of(
                        function("echo", "cairn.local.testfunction.Echo"),
                        function("hasty", "cairn.local.testfunction.Echo", Duration.ofSeconds(1)),
                        function("unstartable", "cairn.local.testfunction.Unstartable"),
                        function("missing", "cairn.local.testfunction.Missing")),
                name -> new AwsAccess(
                        URI.create("http://127.0.0.1:1"), "eu-central-1", name, "secret", Optional.empty()),
                URI.create("http://127.0.0.1:2"),
                data);
    }

    @AfterEach
    void stop() {
        functions.close();
        data.close();
    }

    @Test
    void theEnvironmentIsTheTemplatesAndLambdasOwnAndNothingElse() throws Exception {
        String environment = body("environment");

        assertThat(names(environment))
                .containsExactlyInAnyOrder(
                        "COLOUR",
                        "_HANDLER",
                        "AWS_ACCESS_KEY_ID",
                        "AWS_SECRET_ACCESS_KEY",
                        "AWS_REGION",
                        "AWS_DEFAULT_REGION",
                        "AWS_ENDPOINT_URL_DYNAMODB",
                        "AWS_ENDPOINT_URL_EVENTBRIDGE",
                        "AWS_EXECUTION_ENV",
                        "AWS_LAMBDA_FUNCTION_NAME",
                        "AWS_LAMBDA_FUNCTION_VERSION",
                        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                        "AWS_LAMBDA_INITIALIZATION_TYPE",
                        "AWS_LAMBDA_LOG_GROUP_NAME",
                        "AWS_LAMBDA_LOG_STREAM_NAME",
                        "AWS_LAMBDA_RUNTIME_API",
                        "LAMBDA_TASK_ROOT",
                        "LANG",
                        "TZ");
        assertThat(environment)
                .contains("COLOUR=green", "TZ=:UTC", "AWS_LAMBDA_FUNCTION_NAME=echo", "AWS_ACCESS_KEY_ID=echo");
    }

    @Test
    void theHandlerGetsAContextOfItsOwn() throws Exception {
        String[] context = body("context").split(" ", -1);

        assertThat(context[0]).isEqualTo("echo");
        assertThat(Integer.parseInt(context[1])).isBetween(1, (int) Patience.LONG.toMillis());
        assertThat(context[2]).matches("[0-9a-f-]{36}");
        assertThat(context[3]).isEqualTo("arn:aws:lambda:eu-central-1:000000000000:function:echo:live");
    }

    @Test
    void theClassPathHasNothingOfThisProjectButTheLauncher() throws Exception {
        assertThat(body("classes")).isEqualTo("false false");
    }

    @Test
    void theNextInvocationFindsTheProcessOfTheLast() throws Exception {
        String first = body("calls");
        String second = body("calls");

        assertThat(first).endsWith(" 1");
        assertThat(second).isEqualTo(first.replace(" 1", " 2"));
    }

    @Test
    void anExceptionIsAFailureAndTheProcessGoesOn() throws Exception {
        String before = body("calls");

        assertThat(invoke("throw"))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.reason())
                                .contains("java.lang.IllegalArgumentException", "a \\\"quoted\\\"\\u000amessage"));
        assertThat(body("calls")).isEqualTo(before.replace(" 1", " 2"));
    }

    @Test
    void aProcessThatDiesIsReplacedByTheNextCall() throws Exception {
        assertThat(invoke("die")).isEqualTo(new Failed("its process ended with exit code 3"));
        assertThat(invoke("overflow")).isEqualTo(new Failed("its process ended with exit code 1"));

        assertThat(body("calls")).endsWith(" 1");
    }

    @Test
    void aFunctionThatTakesTooLongIsEndedAndReplaced() throws Exception {
        long first = hastyProcess();
        ProcessHandle process = ProcessHandle.of(first).orElseThrow();

        assertThat(functions.invoke("hasty", "{\"do\":\"oversleep\"}", new CompletableFuture<>()))
                .isEqualTo(new Failed("did not end within PT1S"));

        assertThat(process.onExit()).succeedsWithin(Patience.LONG);
        assertThat(hastyProcess()).isNotEqualTo(first);
    }

    @Test
    void aFunctionThatCannotStartFailsEachTimeAndSaysWhy() throws Exception {
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThat(functions.invoke("unstartable", "{}", new CompletableFuture<>()))
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.reason()).startsWith("did not start"));
        }
        assertThat(functions.invoke("missing", "{}", new CompletableFuture<>()))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).contains("ClassNotFoundException"));
    }

    @Test
    void concurrentInvocationsGetProcessesOfTheirOwnUpToFourAndTheRestQueues() throws Exception {
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            calls.add(() -> body("doze"));
        }
        var processes = new HashSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> reply : threads.invokeAll(calls)) {
                processes.add(reply.get());
            }
        }
        assertThat(processes).hasSizeBetween(2, 4);
    }

    @Test
    void aRebuiltArchiveIsUsedByTheNextCall() throws Exception {
        String before = body("calls");
        TestProject.in(root);
        Files.setLastModifiedTime(
                root.resolve(TestProject.ARCHIVE), FileTime.from(Instant.now().plusSeconds(10)));

        assertThat(body("calls")).endsWith(" 1").isNotEqualTo(before);
    }

    @Test
    void closingEndsEveryProcess() throws Exception {
        ProcessHandle process = process();

        functions.close();

        assertThat(process.onExit()).succeedsWithin(Patience.LONG);
    }

    @Test
    void whatWasUnderWayWhenItClosedIsNoFailureAndNothingStartsAfterwards() throws Exception {
        body("calls");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var taken = new CompletableFuture<Void>();
            Future<Outcome> sleeping = threads.submit(() -> functions.invoke("echo", "{\"do\":\"oversleep\"}", taken));
            taken.get(Patience.LONG.toSeconds(), TimeUnit.SECONDS);

            functions.close();

            assertThatThrownBy(() -> sleeping.get(Patience.LONG.toSeconds(), TimeUnit.SECONDS))
                    .hasCauseInstanceOf(InterruptedException.class);
        }
        assertThatThrownBy(() -> invoke("calls")).isInstanceOf(InterruptedException.class);
    }

    @Test
    void aFunctionThatIsNotThereOrNotBuiltSawNothingOfTheEvent() throws Exception {
        assertThat(functions.invoke("nobody", "{}")).isEqualTo(new Undelivered("there is no function nobody"));

        Files.delete(root.resolve(TestProject.ARCHIVE));
        assertThat(invoke("calls")).isInstanceOf(Undelivered.class);
    }

    /// A second is enough for nothing but a failure on a busy machine.
    private long hastyProcess() throws Exception {
        while (true) {
            Outcome outcome = functions.invoke("hasty", "{\"do\":\"calls\"}", new CompletableFuture<>());
            if (outcome instanceof Replied) {
                return pid(outcome);
            }
        }
    }

    private ProcessHandle process() throws Exception {
        return ProcessHandle.of(pid(invoke("calls"))).orElseThrow();
    }

    private Outcome invoke(String wish) throws InterruptedException {
        return functions.invoke("echo", "{\"do\":\"" + wish + "\"}", new CompletableFuture<>());
    }

    private String body(String wish) throws Exception {
        return body(invoke(wish));
    }

    private static long pid(Outcome calls) throws IOException {
        return Long.parseLong(body(calls).split(" ", -1)[0]);
    }

    private static String body(Outcome outcome) throws IOException {
        assertThat(outcome).isInstanceOf(Replied.class);
        JsonNode reply = JSON.readTree(((Replied) outcome).payload());
        return new String(reply.get("body").binaryValue(), StandardCharsets.UTF_8);
    }

    private static List<String> names(String environment) {
        return Arrays.stream(environment.substring(1, environment.length() - 1).split(", ", -1))
                .map(variable -> variable.substring(0, variable.indexOf('=')))
                .toList();
    }

    private FunctionDefinition function(String name, String handler) {
        return function(name, handler, Patience.LONG);
    }

    private FunctionDefinition function(String name, String handler, Duration timeout) {
        return new FunctionDefinition(
                name,
                "arn:aws:lambda:eu-central-1:000000000000:function:" + name,
                handler,
                root.resolve(TestProject.ARCHIVE),
                128,
                timeout,
                Map.of("COLOUR", "green"),
                AsyncSettings.USUAL);
    }
}
