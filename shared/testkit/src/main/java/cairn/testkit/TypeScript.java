package cairn.testkit;

import java.io.IOException;
import java.util.stream.Stream;

/// The TypeScript compiler, for modules whose build unpacks it, which runs where there is Node.js.
public final class TypeScript {
    private static final String COMPILER = "target/typescript-compiler/lib/tsc.js";

    private TypeScript() {}

    /// @param arguments of `tsc`
    /// @return what it has to say against it; empty if nothing
    public static String compile(String... arguments) throws IOException {
        NodeJs.Run run = NodeJs.run(
                Stream.concat(Stream.of(COMPILER), Stream.of(arguments)).toArray(String[]::new));
        return run.exit() == 0 ? run.output() : run.output() + "tsc ended with " + run.exit();
    }
}
