package cairn.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(bytes);

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x07, 0x08, 0x0b, 0x0d, 0x1b, 0x7f, 0x85, 0x9b, 0xad, 0x061c, 0x200b, 0x200e, 0x2028, 0x202e,
                0x2066, 0xfeff
            })
    void noCharacterThatATerminalActsOnReachesIt(int character) {
        String text = "a" + Character.toString(character) + "b";
        String shown = String.format(Locale.ROOT, "a\\u%04xb", character);

        terminal.println(text);
        terminal.print(text.toCharArray());
        terminal.print((Object) text);
        terminal.printf(Locale.ROOT, "%s", text);
        terminal.append(text);
        terminal.print(text.charAt(1));

        assertThat(printed()).isEqualTo(shown + "\n" + shown.repeat(4) + shown.substring(1, 7));
    }

    @Test
    void tagsOutsideOfTheBasicPlaneAreEscapedInUnits() {
        terminal.print("a" + Character.toString(0xe0041));
        assertThat(printed()).isEqualTo("a\\udb40\\udc41");
    }

    @Test
    void wordsOfAnyLanguageAreShownAsTheyAre() {
        String text = "Grüße, 你好, שלום, नमस्ते, 👍 \\ \"quoted\"\n\tsecond line";
        terminal.print(text);
        assertThat(printed()).isEqualTo(text);
    }

    @Test
    void insideOfALineLineFeedsAndTabsAreEscapedToo() {
        assertThat(Terminal.inLine("line 1\n\tDone.")).isEqualTo("line 1\\u000a\\u0009Done.");
    }
}
