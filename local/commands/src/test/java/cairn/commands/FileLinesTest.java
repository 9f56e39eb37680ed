package cairn.commands;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.commands.FileLines.Line;
import cairn.commands.FileLines.Text;
import cairn.commands.FileLines.Unreadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileLinesTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("an empty file", bytes(""), List.of()),
                Arguments.of("one line", bytes("a\n"), List.of(new Text(1, "a"))),
                Arguments.of("no line feed at the end", bytes("a\nb"), List.of(new Text(1, "a"), new Text(2, "b"))),
                Arguments.of("CRLF", bytes("a\r\nb\r\n"), List.of(new Text(1, "a"), new Text(2, "b"))),
                Arguments.of("CR within a line", bytes("a\rb\n"), List.of(new Text(1, "a\rb"))),
                Arguments.of("empty lines", bytes("\n\n"), List.of(new Text(1, ""), new Text(2, ""))),
                Arguments.of("a byte order mark", bytes("\uFEFFa\nb\n"), List.of(new Text(1, "a"), new Text(2, "b"))),
                Arguments.of("nothing but a mark", bytes("\uFEFF"), List.of(new Text(1, ""))),
                Arguments.of(
                        "a mark further on", bytes("a\n\uFEFFb"), List.of(new Text(1, "a"), new Text(2, "\uFEFFb"))),
                Arguments.of("NUL", bytes("a\0b\n"), List.of(new Text(1, "a\0b"))),
                Arguments.of("four bytes", bytes("👍\n"), List.of(new Text(1, "👍"))),
                Arguments.of(
                        "Latin-1",
                        latin1("a\né\nb"),
                        List.of(new Text(1, "a"), new Unreadable(2, "is not UTF-8"), new Text(3, "b"))),
                Arguments.of(
                        "a character cut off",
                        new byte[] {(byte) 0xF0, (byte) 0x9F, '\n', 'a'},
                        List.of(new Unreadable(1, "is not UTF-8"), new Text(2, "a"))),
                Arguments.of(
                        "a surrogate in UTF-8",
                        new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
                        List.of(new Unreadable(1, "is not UTF-8"))),
                Arguments.of(
                        "UTF-16", "a".getBytes(StandardCharsets.UTF_16), List.of(new Unreadable(1, "is not UTF-8"))),
                Arguments.of(
                        "as long as can be",
                        bytes("x".repeat(FileLines.LONGEST) + "\nb"),
                        List.of(new Text(1, "x".repeat(FileLines.LONGEST)), new Text(2, "b"))),
                Arguments.of(
                        "too long",
                        bytes("x".repeat(FileLines.LONGEST + 1) + "\nb"),
                        List.of(new Unreadable(1, "is longer than 64 KB"), new Text(2, "b"))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void eachLineIsReadByItself(String what, byte[] file, List<Line> lines) throws IOException {
        assertThat(read(file)).as(what).isEqualTo(lines);
    }

    private List<Line> read(byte[] bytes) throws IOException {
        return all(Files.write(folder.resolve("file"), bytes));
    }

    private static List<Line> all(Path file) throws IOException {
        List<Line> all = new ArrayList<>();
        try (FileLines lines = FileLines.of(file)) {
            for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                all.add(line.get());
            }
        }
        return all;
    }
}
