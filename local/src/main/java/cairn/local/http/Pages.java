package cairn.local.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Files for browsers: whatever lies in a `META-INF/resources` of the class path, which is where the web card has its
/// modules and this module its pages. `/` is `index.html`.
final class Pages {
    private static final String FOLDER = "META-INF/resources";
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "html", "text/html; charset=utf-8",
            "ico", "image/x-icon",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "png", "image/png",
            "svg", "image/svg+xml",
            "ts", "text/plain; charset=utf-8");

    /// No segment begins with a dot, so none leads out of the folder.
    private static final Pattern NAME = Pattern.compile("(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)+\\.([a-z]+)");

    private Pages() {}

    /// @return empty if there is no such file, or the request is neither `GET` nor `HEAD`
    static Optional<Reply> reply(Request request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Optional.empty();
        }
        Matcher name = NAME.matcher(request.path().equals("/") ? "/index.html" : request.path());
        String type = name.matches() ? TYPES.get(name.group(1)) : null;
        byte[] file = type == null ? null : read(FOLDER + name.group());
        return file == null || type == null ? Optional.empty() : Optional.of(reply(request, type, file));
    }

    private static Reply reply(Request request, String type, byte[] file) {
        String tag = tag(file);
        boolean known = request.header("if-none-match").filter(tag::equals).isPresent();
        return new Reply(known ? 304 : 200, Map.of(), known ? Bytes.NONE : Bytes.of(file))
                .with("access-control-allow-origin", "*")
                .with("cache-control", "no-cache")
                .with("content-type", type)
                .with("etag", tag)
                .with("x-content-type-options", "nosniff");
    }

    private static byte @Nullable [] read(String resource) {
        try (InputStream file = Pages.class.getClassLoader().getResourceAsStream(resource)) {
            return file == null ? null : file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String tag(byte[] file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
            return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
