package cairn.local.testfunction;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Does what the event's `do` says; without one, replies with the event.
public final class Echo implements RequestStreamHandler {
    private static final Pattern WISH = Pattern.compile("\"do\\\\*\":\\\\*\"(\\w+)");

    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        String event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        Matcher wish = WISH.matcher(event);
        String reply = switch (wish.find() ? wish.group(1) : "echo") {
            case "throw" -> throw new IllegalArgumentException("a \"quoted\"\nmessage");
            case "overflow" -> throw new StackOverflowError();
            case "garbage" -> "neither here nor there";
            case "bare" -> "{\"bare\":true}";
            case "cookies" -> "{\"statusCode\":204,\"headers\":{\"X-One\":\"1\"},\"cookies\":[\"a=1\",\"b=2\"]}";
            case "die" -> {
                Runtime.getRuntime().halt(3);
                yield "";
            }
            case "oversleep" -> {
                pause(60_000);
                yield "";
            }
            case "doze" -> {
                pause(300);
                yield encoded(Long.toString(ProcessHandle.current().pid()));
            }
            case "calls" -> encoded(ProcessHandle.current().pid() + " " + calls.incrementAndGet());
            case "announce" -> announce();
            case "environment" -> encoded(new TreeMap<>(System.getenv()).toString());
            case "classes" -> encoded(visible("cairn.local.Main") + " " + visible("org.yaml.snakeyaml.Yaml"));
            case "context" -> {
                context.getLogger().log("said by the function");
                yield encoded(context.getFunctionName() + " " + context.getRemainingTimeInMillis() + " "
                        + context.getAwsRequestId() + " " + context.getInvokedFunctionArn());
            }
            default -> encoded(event);
        };
        out.write(reply.getBytes(StandardCharsets.UTF_8));
    }

    /// As an SDK would, with nothing of it on the class path.
    private static String announce() throws IOException {
        var bus = URI.create(System.getenv("AWS_ENDPOINT_URL_EVENTBRIDGE")).toURL();
        var connection = (HttpURLConnection) bus.openConnection();
        connection.setDoOutput(true);
        connection.setRequestProperty("X-Amz-Target", "AWSEvents.PutEvents");
        String key = System.getenv("AWS_ACCESS_KEY_ID");
        connection.setRequestProperty("Authorization", "AWS4-HMAC-SHA256 Credential=" + key + "/20270101/r/events/a");
        String entry = """
            {"Entries":[{"EventBusName":"cairn-bus","Source":"cairn","DetailType":"Announced","Detail":"{}"}]}\
            """;
        connection.getOutputStream().write(entry.getBytes(StandardCharsets.UTF_8));
        InputStream reply =
                connection.getResponseCode() == 200 ? connection.getInputStream() : connection.getErrorStream();
        return new String(reply.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String encoded(String body) {
        return "{\"statusCode\":200,\"headers\":{\"Content-Type\":\"application/json\"},\"isBase64Encoded\":true,\"body\":\""
                + Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)) + "\"}";
    }

    private static boolean visible(String type) {
        try {
            Class.forName(type);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
