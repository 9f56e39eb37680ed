package cairn.checkins;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.timeline.SlotKey;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Clients keep these ids for offline use: the text is pinned.
class CheckInIdTest {
    private static final SlotKey WEEKLY = new SlotKey.Recurring("weekly", LocalDate.of(2026, 3, 24));

    private static String base64(String parts) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anIdIsTextWithoutAnythingToRead() {
        String text = new CheckInId(1, "skin", 1, WEEKLY).text();

        assertThat(text).isEqualTo("MSNza2luIzEjd2Vla2x5LTIwMjYtMDMtMjQ");
        assertThat(text).doesNotContain("skin", "weekly", "2026", "#");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        1,         skin,              1,    day-0
        1,         skin,              1,    day-7
        1,         skin,              12,   day-3660
        2,         hair-care-2,       1,    monthly-2026-04-30
        7,         a,                 9999, twice-a-week-2024-02-29
        999999999, zzzzzzzzzzzzzzzzz, 1,    weekly-2199-12-31
        """)
    void anIdComesBackAsItWas(int life, String program, int run, String slot) {
        CheckInId id = new CheckInId(life, program, run, SlotKey.parse(slot).orElseThrow());

        assertThat(CheckInId.parse(id.text())).contains(id);
        assertThat(id.text()).as("fit for a path as it is").matches("[A-Za-z0-9_-]+");
    }

    @Test
    void anIdHoldsTheWholeIdentity() {
        assertThat(new String[] {
                    new CheckInId(1, "skin", 1, WEEKLY).text(),
                    new CheckInId(2, "skin", 1, WEEKLY).text(),
                    new CheckInId(1, "hair", 1, WEEKLY).text(),
                    new CheckInId(1, "skin", 2, WEEKLY).text(),
                    new CheckInId(1, "skin", 1, new SlotKey.Milestone(7)).text(),
                    new CheckInId(1, "skin", 11, WEEKLY).text(),
                    new CheckInId(11, "skin", 1, WEEKLY).text()
                })
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "",
                "skin",
                "1#skin#1",
                "1#skin#1#",
                "1#skin#1#day",
                "1#skin#1#day-",
                "1#skin#1#day--7",
                "1#skin#1#weekly-2026-02-29",
                "1#skin#1#weekly-2026-3-24",
                "#skin#1#day-7",
                "-1#skin#1#day-7",
                "+1#skin#1#day-7",
                "1##1#day-7",
                "1#Skin#1#day-7",
                "1#9skin#1#day-7",
                "1#skin#one#day-7",
                "1#skin#-1#day-7",
                "1#skin#1#day-7#",
                "1#skin#1#day-7\n",
                " 1#skin#1#day-7",
                "1#sk\u00ecn#1#day-7",
                "\u0661#skin#1#day-7",
                "2147483648#skin#1#day-7",
                "99999999999999999999#skin#1#day-7",
                "1#skin#99999999999999999999#day-7",
                "1#skin#1#day-99999999999999999999"
            })
    void whatIsNotAnIdIsEmpty(String parts) {
        assertThat(CheckInId.parse(base64(parts))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"01#skin#1#day-7", "1#skin#01#day-7", "1#skin#1#day-07", "00#skin#1#day-7", "1#skin#0001#day-7"})
    void anotherSpellingOfAnIdIsEmpty(String parts) {
        assertThat(CheckInId.parse(base64(parts))).isEmpty();
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(strings = {"", " ", "=", "%", "MSNza2lu", "null", "1#skin#1#day-7", "肌", "MSNza2luIzEjZGF5LTc\u0000"})
    void garbageIsEmpty(String text) {
        assertThat(CheckInId.parse(text)).isEmpty();
    }

    @Test
    void theSameBytesInOtherBase64AreEmpty() {
        String text = new CheckInId(1, "skin", 1, new SlotKey.Milestone(7)).text();
        assertThat(text).isEqualTo("MSNza2luIzEjZGF5LTc");

        assertThat(CheckInId.parse(text + "=")).as("with padding").isEmpty();
        assertThat(CheckInId.parse("MSNza2luIzEjZGF5LTd"))
                .as("with unused bits set")
                .isEmpty();
        assertThat(CheckInId.parse("MSNza2luIzEjZGF5LT c")).isEmpty();
        assertThat(Base64.getUrlDecoder().decode("MSNza2luIzEjZGF5LTd"))
                .as("though they are the same bytes")
                .isEqualTo(Base64.getUrlDecoder().decode(text));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "0, 0"})
    void noughtIsReadForItNamesSomethingThatNeverWas(int life, int run) {
        CheckInId id = new CheckInId(life, "skin", run, new SlotKey.Milestone(7));

        assertThat(CheckInId.parse(id.text())).contains(id);
    }
}
