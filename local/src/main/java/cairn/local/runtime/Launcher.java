package cairn.local.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The main class of a function's process: what Lambda's runtime does around a handler, over the Lambda Runtime API.
///
/// https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
public final class Launcher {
    private Launcher() {}

    /// Makes the handler named by `_HANDLER`, then feeds it one invocation at a time until the process is ended.
    public static void main(String[] arguments) throws IOException {
        endWithStandardInput();
        Map<String, String> environment = System.getenv();
        var api = new RuntimeClient(required(environment, "AWS_LAMBDA_RUNTIME_API"));
        RequestStreamHandler handler;
        try {
            handler = handler(required(environment, "_HANDLER"));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            api.failedToStart(e);
            System.exit(1);
            return;
        }
        while (true) {
            handle(api.next(), handler, api, environment);
        }
    }

    private static void handle(
            Invocation invocation, RequestStreamHandler handler, RuntimeClient api, Map<String, String> environment)
            throws IOException {
        var reply = new ByteArrayOutputStream();
        try {
            handler.handleRequest(
                    new ByteArrayInputStream(invocation.event().getBytes(StandardCharsets.UTF_8)),
                    reply,
                    new InvocationContext(invocation, environment));
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
            api.failed(invocation, e);
            return;
        } catch (Error e) {
            // Nobody knows what state it left behind: as on Lambda, the next invocation gets a new process.
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
        api.replied(invocation, reply.toByteArray());
    }

    private static RequestStreamHandler handler(String name) throws ReflectiveOperationException {
        int method = name.indexOf("::");
        Class<?> type = Class.forName(method < 0 ? name : name.substring(0, method));
        return type.asSubclass(RequestStreamHandler.class)
                .getDeclaredConstructor()
                .newInstance();
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set");
        }
        return value;
    }

    /// The other end is held by the process that started this one; it closes when that one ends, however it ends.
    private static void endWithStandardInput() {
        InputStream in = System.in;
        Thread.ofPlatform().daemon().name("end-with-parent").start(() -> {
            try {
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException closed) {
                // As good as its end.
            }
            Runtime.getRuntime().halt(0);
        });
    }
}
