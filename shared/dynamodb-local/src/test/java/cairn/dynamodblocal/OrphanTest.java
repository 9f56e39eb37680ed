package cairn.dynamodblocal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A parent that is killed has no say any more: the child has to notice by itself.
class OrphanTest {
    @Test
    void theEngineEndsWhenItsParentIsKilled() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(parent.inputReader().readLine()).startsWith("http://127.0.0.1:");
        List<ProcessHandle> engines = parent.children().toList();
        assertThat(engines).hasSize(1).allMatch(ProcessHandle::isAlive);

        parent.destroyForcibly().waitFor();

        assertThat(engines.getFirst().onExit()).succeedsWithin(Duration.ofMinutes(3));
    }

    /// Starts an engine, says where, and never ends it.
    static final class Parent {
        private Parent() {}

        public static void main(String[] arguments) throws InterruptedException {
            try (var engine = DynamoDbLocal.inMemory()) {
                System.out.println(engine.endpoint());
                Thread.currentThread().join();
            }
        }
    }
}
