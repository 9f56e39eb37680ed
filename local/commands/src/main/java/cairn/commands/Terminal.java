package cairn.commands;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// What a command prints. Text from a file, from a row or from the command line reaches the terminal without
/// any character that a terminal acts on, or that changes how its neighbours are shown: such characters are
/// printed as JSON escapes. Only a line feed passes.
final class Terminal extends PrintStream {
    private static final HexFormat HEX = HexFormat.of();

    Terminal(OutputStream out) {
        super(out, true, StandardCharsets.UTF_8);
    }

    /// The text as a part of one line: line feeds are escaped, too.
    static String inLine(String text) {
        return escaped(text, false);
    }

    private static String escaped(String text, boolean keepLineFeeds) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (isHarmless(point) || ((point == '\n' || point == '\t') && keepLineFeeds)) {
                shown.appendCodePoint(point);
            } else {
                for (char unit : Character.toChars(point)) {
                    shown.append("\\u").append(HEX.toHexDigits(unit));
                }
            }
        });
        return shown.toString();
    }

    /// Controls are ESC, CR, NUL, DEL and the C1 set; formats are the bidirectional overrides, what has no
    /// width, and tags (Unicode Standard, sections 23.1, 23.2 and 23.9).
    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    @Override
    public void print(String text) {
        super.print(escaped(String.valueOf(text), true));
    }

    @Override
    public void print(Object value) {
        print(String.valueOf(value));
    }

    @Override
    public void print(char value) {
        print(String.valueOf(value));
    }

    @Override
    public void print(char[] text) {
        print(String.valueOf(text));
    }
}
