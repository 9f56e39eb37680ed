package cairn.local.whole;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// What the deployment prints, its functions' logs among it, from here to [#end].
public final class CapturedOutput {
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream captured = new ByteArrayOutputStream();

    public CapturedOutput() {
        PrintStream capturing = new PrintStream(captured, true, StandardCharsets.UTF_8);
        System.setOut(capturing);
        System.setErr(capturing);
    }

    /// All so far.
    public String soFar() {
        return captured.toString(StandardCharsets.UTF_8);
    }

    /// All of it; from now on it is printed again.
    public String end() {
        System.setOut(out);
        System.setErr(err);
        return soFar();
    }
}
