package cairn.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProcessLogTest {
    @Test
    void theFirstLineOfAProcessSaysOnWhichZoneDataItRuns() {
        List<String> lines = new ArrayList<>();
        var log = new ProcessLog(lines::add);
        assertThat(lines).as("while it is initialised").isEmpty();

        log.accept("{\"way\":\"GET /v1/me/due\"}");
        log.accept("{\"way\":\"GET /v1/me/due\"}");

        assertThat(lines)
                .containsExactly(
                        "{\"level\":\"INFO\",\"way\":\"start\",\"zoneData\":\""
                                + ZoneRulesProvider.getVersions("Europe/Berlin").lastKey() + "\",\"java\":\""
                                + Runtime.version() + "\"}",
                        "{\"way\":\"GET /v1/me/due\"}",
                        "{\"way\":\"GET /v1/me/due\"}");
    }

    @Test
    void manyThreadsSayItOnce() throws InterruptedException {
        List<String> lines = new CopyOnWriteArrayList<>();
        var log = new ProcessLog(lines::add);
        var together = new CyclicBarrier(8);
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(at -> Thread.ofVirtual().start(() -> {
                    try {
                        together.await();
                    } catch (Exception broken) {
                        throw new IllegalStateException(broken);
                    }
                    log.accept("line " + at);
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(lines)
                .hasSize(9)
                .filteredOn(line -> line.contains("\"start\""))
                .hasSize(1);
    }
}
