package cairn.local.whole;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// What the deployment prints, its functions' logs among it, from here to [#end].
public final class CapturedOutput {
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Bytes captured = new Bytes();

    /// Can be read from anywhere in it, so that reading piece by piece does not copy all of it each time.
    private static final class Bytes extends ByteArrayOutputStream {
        synchronized String from(int begin) {
            return new String(buf, begin, count - begin, StandardCharsets.UTF_8);
        }
    }

    public CapturedOutput() {
        PrintStream capturing = new PrintStream(captured, true, StandardCharsets.UTF_8);
        System.setOut(capturing);
        System.setErr(capturing);
    }

    /// All so far.
    public String soFar() {
        return captured.toString(StandardCharsets.UTF_8);
    }

    /// How many bytes there are so far.
    public int size() {
        return captured.size();
    }

    /// What came after the first `begin` bytes.
    public String since(int begin) {
        return captured.from(begin);
    }

    /// All of it; from now on it is printed again.
    public String end() {
        System.setOut(out);
        System.setErr(err);
        return soFar();
    }
}
