package cairn.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.CheckInId;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.timeline.SlotKey;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ \u0000ü";
    private static final List<String> CHARACTERS =
            ALPHABET.codePoints().mapToObj(Character::toString).toList();
    private static final MemberId MEMBER = new MemberId("auth0|4f1c9d52");
    private static final Ledger.Position PLACE = position(1, "skin", 1, "2026-03-24");

    private final Cursor cursor = new Cursor("a key of the deployment", "export");

    private static Ledger.Position position(int life, String program, int run, String date) {
        SlotKey slot = new SlotKey.Recurring("weekly", LocalDate.parse(date));
        return new Ledger.Position(new CheckInId(life, program, run, slot), LocalDate.parse(date));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        1,  skin,     1,  2026-03-24
        1,  skin,     12, 2000-01-01
        99, strength, 1,  2199-12-31
        1,  a,        1,  2024-02-29
        """)
    void aPlaceComesBackAsItWas(int life, String program, int run, String date) {
        Ledger.Position place = position(life, program, run, date);
        String text = cursor.sign(MEMBER, place);

        assertThat(cursor.verify(MEMBER, text)).contains(place);
        assertThat(new Cursor("a key of the deployment", "export").verify(MEMBER, text))
                .as("another instance of the function")
                .contains(place);
        assertThat(text).as("fit for a query as it is").matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth0|4f1c9d53", "auth0|4f1c9d5", "AUTH0|4f1c9d52", "auth0|4f1c9d52\n2026-03-24", "x"})
    void anotherMemberCannotUseIt(String other) {
        assertThat(cursor.verify(new MemberId(other), cursor.sign(MEMBER, PLACE)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a key of the deploymenT", "a key", "a key of the deployment "})
    void anotherDeploymentCannotReadIt(String otherKey) {
        assertThat(new Cursor(otherKey, "export").verify(MEMBER, cursor.sign(MEMBER, PLACE)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"check-ins", "Export", "export ", ""})
    void itIsOfOneListAlone(String other) {
        assertThat(new Cursor("a key of the deployment", other).verify(MEMBER, cursor.sign(MEMBER, PLACE)))
                .isEmpty();
    }

    @Test
    void noCharacterCanBeChanged() {
        String text = cursor.sign(MEMBER, PLACE);
        List<String> accepted = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            for (String other : CHARACTERS) {
                String changed = text.substring(0, i) + other + text.substring(i + 1);
                if (!changed.equals(text) && cursor.verify(MEMBER, changed).isPresent()) {
                    accepted.add(changed);
                }
            }
        }

        assertThat(accepted).isEmpty();
    }

    @Test
    void nothingCanBeCutOffOrAdded() {
        String text = cursor.sign(MEMBER, PLACE);
        for (int i = 0; i < text.length(); i++) {
            assertThat(cursor.verify(MEMBER, text.substring(0, i))).isEmpty();
            assertThat(cursor.verify(MEMBER, text.substring(i + 1))).isEmpty();
        }
        for (String more : CHARACTERS) {
            assertThat(cursor.verify(MEMBER, text + more)).isEmpty();
            assertThat(cursor.verify(MEMBER, more + text)).isEmpty();
        }
        assertThat(cursor.verify(MEMBER, text + "==")).isEmpty();
        assertThat(cursor.verify(MEMBER, text + text)).isEmpty();
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {"", " ", "null", "x", "====", "%00", "AAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAA", "ü"
            })
    void garbageIsEmpty(String text) {
        assertThat(cursor.verify(MEMBER, text)).isEmpty();
    }

    @Test
    void itSaysNothingOfTheMember() {
        String text = cursor.sign(MEMBER, PLACE);
        String decoded = new String(Base64.getUrlDecoder().decode(text.substring(22)), StandardCharsets.UTF_8);

        assertThat(text).doesNotContain("auth0", "4f1c9d52");
        assertThat(decoded).startsWith("2026-03-24").doesNotContain("auth0", "4f1c9d52");
        assertThat(new String(Base64.getUrlDecoder().decode(decoded.substring(10)), StandardCharsets.UTF_8))
                .isEqualTo("1#skin#1#weekly-2026-03-24");
    }

    @Test
    void itsKeyIsKeptOutOfLogs() {
        assertThat(cursor.toString()).doesNotContain("key", "deployment");
    }
}
