package cairn.local.deadletters;

import cairn.local.json.Json;
import cairn.local.life.DataFolder;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// All dead-letter queues of the deployment: a line of JSON for each message, in a file that a restart finds
/// again.
public final class DeadLetters {
    /// More than anybody reads; the file has all.
    private static final int REMEMBERED = 1_000;

    private final Path file;
    private final Deque<JsonNode> newest = new ArrayDeque<>();

    /// @param data where the file is, or is to be
    public DeadLetters(DataFolder data) {
        this.file = data.root().resolve("dead-letters.jsonl");
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    readBack(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Keeps it; when this returns, a kill does not lose it.
    public synchronized void add(DeadLetter letter) {
        System.err.println("A dead letter is in " + letter.queue() + "; GET /local/dead-letters shows it.");
        // The line end comes first: a line that a kill left unfinished must not swallow this one.
        String line = "\n" + Json.text(letter.json());
        try {
            Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        remember(letter.json());
    }

    /// The newest thousand, oldest first.
    public synchronized List<JsonNode> items() {
        return List.copyOf(newest);
    }

    private void readBack(String line) {
        try {
            JsonNode letter = Json.read(line);
            if (letter.isObject()) {
                remember(letter);
            }
        } catch (IOException halfWritten) {
            System.err.println(file + " has a line that is not whole; it is left out.");
        }
    }

    private void remember(JsonNode letter) {
        newest.addLast(letter);
        if (newest.size() > REMEMBERED) {
            newest.removeFirst();
        }
    }
}
