package cairn.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.lambda.TestFunction.Outcome;
import cairn.testkit.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// One function, eight requests at a time. They wait for each other wherever a function lets its caller in:
/// once the event is read, once the request is made, and in the route. So whatever one of them left in a
/// place they share is the work of another by the time it is looked at.
class ManyAtOnceTest {
    private static final int THREADS = 8;
    private static final int CALLS = 200;
    private static final Pattern CANARIES = Pattern.compile("canary-\\d+-\\d+");

    private final CyclicBarrier allAtOnce = new CyclicBarrier(THREADS);
    private final TestFunction function = new TestFunction((request, _) -> {
        meet();
        return echo(request);
    });
    private final TestFunction alone = new TestFunction((request, _) -> echo(request));

    @Test
    void eachGetsWhatIsMadeOfItsOwnRequestAndOfNothingElse() throws InterruptedException, ExecutionException {
        List<Future<?>> threads = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                threads.add(executor.submit(() -> {
                    for (int call = 0; call < CALLS; call++) {
                        assertSeesItselfAlone("-" + thread + "-" + call);
                    }
                }));
            }
        }
        for (Future<?> thread : threads) {
            thread.get();
        }

        assertThat(function.log).hasSize(THREADS * CALLS).noneMatch(line -> line.contains("canary"));
        assertThat(function.log.stream().map(line -> Outcome.json(line).get("requestId")))
                .doesNotHaveDuplicates();
    }

    private void assertSeesItselfAlone(String number) {
        String canary = "canary" + number;
        TestEvent event = TestEvent.of(TestFunction.GET)
                .as(canary)
                .path("id", canary)
                .query("q", canary)
                .header("accept-language", canary)
                .body(canary);
        Outcome outcome = function.invoke(event, new TestContext("request" + number, 10_000, this::meet));

        assertThat(CANARIES.matcher(String.valueOf(outcome.body())).results().map(MatchResult::group))
                .containsExactly(canary, canary, canary, canary, canary);
        assertThat(outcome).isEqualTo(alone.invoke(event));
    }

    private static Reply echo(Request request) {
        return Reply.ok(List.of(
                request.member().subject(),
                request.path(),
                request.query(),
                request.headers().getOrDefault("accept-language", ""),
                String.valueOf(request.body())));
    }

    private void meet() {
        try {
            allAtOnce.await(Patience.LONG.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            throw new IllegalStateException("the others have failed", alone);
        }
    }
}
