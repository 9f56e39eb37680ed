package cairn.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Ends a process, with nothing said or tidied up, at one of its calls to the world: as a machine does that loses
/// its power. For a `main` that a test starts with [#exitOf].
///
/// @param call   which one, from 1
/// @param before whether before it is sent, or after its answer has come
public record Halting(AtomicInteger calls, int call, boolean before) {
    public static final int HALTED = 42;

    /// @param place `before 3`, `after 3`
    public static Halting at(String place) {
        String[] words = place.split(" ", -1);
        return new Halting(new AtomicInteger(), Integer.parseInt(words[1]), words[0].equals("before"));
    }

    /// To be called before each call.
    public void beforeCall() {
        if (calls.incrementAndGet() == call && before) {
            Runtime.getRuntime().halt(HALTED);
        }
    }

    /// To be called after each call.
    public void afterCall() {
        if (calls.get() == call) {
            Runtime.getRuntime().halt(HALTED);
        }
    }

    /// Runs a class of the tests in a process of its own, to its end.
    public static int exitOf(Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(main.getSimpleName() + " did not end");
        }
        return process.exitValue();
    }
}
