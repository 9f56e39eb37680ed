package cairn.local.testfunction;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;

/// Cannot even be made.
public final class Unstartable implements RequestStreamHandler {
    /// Throws.
    public Unstartable() {
        throw new IllegalStateException("a variable is missing");
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        throw new AssertionError();
    }
}
