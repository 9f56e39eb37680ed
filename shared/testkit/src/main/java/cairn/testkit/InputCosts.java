package cairn.testkit;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Looks for input that costs more than its length: sends each at its largest in turn with an ordinary request of the
/// same route, and prints the CPU time of both. The whole measurement is made with `-Dbenchmark=full`; without it
/// everything is sent twice, which says nothing about time.
public final class InputCosts {
    /// What API Gateway takes of request line and headers together, in bytes.
    public static final int LARGEST_HEAD = 10_240;

    /// What a function takes of a body, in bytes.
    public static final int LARGEST_BODY = 16 * 1024;

    private static final boolean FULL = "full".equals(System.getProperty("benchmark"));
    private static final int WARM_UP = FULL ? 300 : 1;
    private static final int ROUNDS = FULL ? 200 : 1;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Measured> all = new ArrayList<>();
    private Measured baseline;

    /// One invocation, as often as it is asked for.
    public interface Invocation {
        /// @return the reply, as the gateway gets it
        byte[] send() throws IOException;
    }

    /// What an input cost.
    ///
    /// @param against the name of the request it is held against
    /// @param micros  the median of its CPU time
    /// @param times   how often the other's
    public record Cost(String input, int status, double micros, String against, double times) {
        @Override
        public String toString() {
            String over = times > 3 ? "  <-- over 3" : "";
            return String.format(
                    Locale.ROOT, "%-62s %4d %,9.1f µs %6.2f x %s%s", input, status, micros, times, against, over);
        }
    }

    private static final class Measured {
        private final String name;
        private final Invocation invocation;
        private final Measured against;
        private final long[] nanos = new long[ROUNDS];
        private byte[] reply = {};

        private Measured(String name, Invocation invocation, @Nullable Measured against) {
            this.name = name;
            this.invocation = invocation;
            this.against = against == null ? this : against;
        }

        private void send(int round) throws IOException {
            long before = THREADS.getCurrentThreadCpuTime();
            reply = invocation.send();
            if (round >= 0) {
                nanos[round] = THREADS.getCurrentThreadCpuTime() - before;
            }
        }

        private int status() throws IOException {
            return JSON.readTree(reply).path("statusCode").asInt();
        }

        private double median() {
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2] / 1_000.0;
        }
    }

    private InputCosts(String name, Invocation ordinary) {
        this.baseline = new Measured(name, ordinary, null);
        all.add(baseline);
    }

    /// @param ordinary what all that follows is held against
    public static InputCosts of(String name, Invocation ordinary) {
        return new InputCosts(name, ordinary);
    }

    /// From here on everything is held against this: a fair request of the same length.
    public InputCosts against(String name, Invocation fair) {
        baseline = new Measured(name, fair, null);
        all.add(baseline);
        return this;
    }

    public InputCosts input(String name, Invocation invocation) {
        all.add(new Measured(name, invocation, baseline));
        return this;
    }

    /// Sends everything, one after the other, round by round.
    public List<Cost> measure() {
        List<Cost> costs = new ArrayList<>();
        try {
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                for (Measured one : all) {
                    one.send(round);
                }
            }
            for (Measured one : all) {
                double times = one.median() / one.against.median();
                costs.add(new Cost(one.name, one.status(), one.median(), one.against.name, times));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        if (FULL) {
            costs.forEach(System.out::println);
        }
        return costs;
    }

    /// An HTTP request to a function, through its real entry: bytes in, bytes out.
    public static Invocation http(RequestStreamHandler function, HttpEvent event) {
        byte[] bytes = event.json().getBytes(StandardCharsets.UTF_8);
        return () -> {
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            function.handleRequest(new ByteArrayInputStream(bytes), output, new TestContext());
            return output.toByteArray();
        };
    }
}
