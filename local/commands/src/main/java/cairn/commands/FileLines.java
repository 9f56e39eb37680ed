package cairn.commands;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// The lines of a file as UTF-8, one after the other. They end with LF or CRLF; the last one may do without. A
/// line that is not UTF-8, or that is too long, is unreadable by itself, and the ones after it are read.
final class FileLines implements AutoCloseable {
    /// In bytes.
    static final int LONGEST = 64 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream bytes;
    private int number;

    private FileLines(InputStream bytes) {
        this.bytes = bytes;
    }

    sealed interface Line {
        /// From 1.
        int number();
    }

    /// Without what ends it.
    record Text(int number, String text) implements Line {}

    /// @param why what is wrong with it
    record Unreadable(int number, String why) implements Line {}

    /// @throws IOException if there is no such file, or it cannot be read; the message names it
    static FileLines of(Path file) throws IOException {
        return new FileLines(new BufferedInputStream(Files.newInputStream(noDirectory(file))));
    }

    /// The file itself. A folder can be opened like a file, and then fails without its name.
    static Path noDirectory(Path file) throws FileSystemException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a directory");
        }
        return file;
    }

    /// The next line; empty at the end of the file.
    Optional<Line> next() throws IOException {
        int first = bytes.read();
        if (first < 0) {
            return Optional.empty();
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        for (int next = first; next >= 0 && next != '\n'; next = bytes.read()) {
            tooLong |= line.size() == LONGEST;
            if (!tooLong) {
                line.write(next);
            }
        }
        return Optional.of(tooLong ? new Unreadable(number, "is longer than 64 KB") : decoded(line.toByteArray()));
    }

    private Line decoded(byte[] line) {
        boolean marked = number == 1
                && line.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(Arrays.copyOf(line, BYTE_ORDER_MARK.length), BYTE_ORDER_MARK);
        int from = marked ? BYTE_ORDER_MARK.length : 0;
        int to = line.length > from && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
        try {
            // A new decoder reports what it cannot read, where `new String` puts U+FFFD in its place.
            return new Text(
                    number,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(line, from, to - from))
                            .toString());
        } catch (CharacterCodingException notUtf8) {
            return new Unreadable(number, "is not UTF-8");
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
