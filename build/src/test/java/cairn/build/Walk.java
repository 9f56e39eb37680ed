package cairn.build;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The shell commands that a document tells its readers to type, and what it says that they print.
final class Walk {
    private static final Pattern BLOCK =
            Pattern.compile("```sh walk\n(.*?)```\n(?:```json\n(.*?)```)?", Pattern.DOTALL);
    private static final Pattern COMMAND =
            Pattern.compile("\\bcairn ((?:'[^']*'|[^&|;>'\\n])*)(> ?(\\S+)|\\| .*)?|\\bcat (\\S+)");
    private static final Pattern BODY = Pattern.compile("-d '([^']*)'");
    private static final Pattern METHOD = Pattern.compile("-X (\\w+)");
    private static final Pattern ADDRESS = Pattern.compile("\\$API(/\\S+)");

    private Walk() {}

    /// A call of the API.
    ///
    /// @param operation `PUT /v1/me/journeys/{program}`
    /// @param sent      empty if there was no body
    /// @param printed   empty if what came back is not shown; `…` in it stands for anything
    record Call(String operation, String sent, String printed) {}

    static List<Call> in(Path document) {
        List<Call> calls = new ArrayList<>();
        BLOCK.matcher(Tree.text(document)).results().forEach(block -> {
            Deque<String> printed = new ArrayDeque<>(
                    block.group(2) == null ? List.of() : List.of(block.group(2).split("\n", -1)));
            calls.addAll(calls(block.group(1), printed));
        });
        return calls.stream().filter(call -> call.operation().contains(" /v1/")).toList();
    }

    /// Commands print a line each, in their order. What goes to a file is printed where the file is.
    private static List<Call> calls(String commands, Deque<String> printed) {
        List<Call> calls = new ArrayList<>();
        Map<String, String> files = new HashMap<>();
        Matcher command = COMMAND.matcher(commands);
        while (command.find()) {
            String shown = command.group(4);
            if (shown != null) {
                calls.add(new Call(files.getOrDefault(shown, ""), "", next(printed)));
                continue;
            }
            String sent = first(BODY, command.group(1));
            String method = first(METHOD, command.group(1));
            String path = first(ADDRESS, command.group(1)).replaceFirst("\\?.*", "");
            String operation = (method.isEmpty() ? sent.isEmpty() ? "GET" : "POST" : method) + " " + template(path);
            String file = command.group(3);
            if (file != null) {
                files.put(file, operation);
            }
            boolean piped = command.group(2) != null;
            boolean counted = piped && file == null;
            String line = piped && !counted ? "" : next(printed);
            calls.add(new Call(operation, sent, counted ? "" : line));
        }
        return calls;
    }

    private static String next(Deque<String> printed) {
        return printed.isEmpty() ? "" : printed.removeFirst();
    }

    private static String template(String path) {
        return path.replaceFirst("/journeys/[^/]+", "/journeys/{program}")
                .replaceFirst("/runs/[^/]+", "/runs/{run}")
                .replaceFirst("/check-ins/[^/]+", "/check-ins/{id}");
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    /// Whether a text is like one with `…` for anything.
    static boolean isLike(String printed, String text) {
        String pattern = Stream.of(printed.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(text).matches();
    }
}
