package cairn.local.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/// An exception as the Runtime API wants it: `{errorMessage, errorType, stackTrace}`. By hand, for the
/// function's process has no JSON library of this project's.
final class FailureJson {
    private FailureJson() {}

    static byte[] of(Throwable failure) {
        String stack = Arrays.stream(failure.getStackTrace())
                .map(frame -> quoted(frame.toString()))
                .collect(Collectors.joining(","));
        String json = "{\"errorMessage\":" + quoted(Objects.toString(failure.getMessage(), "")) + ",\"errorType\":"
                + quoted(failure.getClass().getName()) + ",\"stackTrace\":[" + stack + "]}";
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '"', '\\' -> quoted.append('\\').append(character);
                default -> {
                    if (character < ' ') {
                        quoted.append("\\u00").append(Character.forDigit(character >> 4, 16));
                        quoted.append(Character.forDigit(character & 15, 16));
                    } else {
                        quoted.append(character);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
