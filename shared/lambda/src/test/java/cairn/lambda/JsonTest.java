package cairn.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.checkins.ActionOutcome;
import cairn.checkins.DueAnswer;
import cairn.timeline.SlotKind;
import cairn.timeline.WallTime;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The text of what is due lies on a person's row for months: what is pinned here can change only together
/// with the schema in the fingerprint of [ProgramFiles].
class JsonTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 24);
    private static final Instant MOMENT = Instant.parse("2026-03-24T08:00:00.123Z");

    private static String write(DueAnswer answer) {
        return Json.ANSWER_FORMAT.write().apply(answer);
    }

    private static DueAnswer read(String text) {
        return Json.ANSWER_FORMAT.read().apply(text);
    }

    private static DueAnswer answer(
            SlotKind kind, LocalDate day, Instant moment, @Nullable LocalDate closesOn, @Nullable Instant validUntil) {
        return new DueAnswer(
                List.of(
                        new DueAnswer.Due("id-1", "skin", "day-7", kind, day, moment, closesOn, moment),
                        new DueAnswer.Due("id-2", "strength", "day-3", kind, DAY, MOMENT, null, moment)),
                List.of(new DueAnswer.Next("id-3", "skin", "day-15", day, moment)),
                validUntil);
    }

    private static void assertComesBack(DueAnswer answer) {
        assertThat(read(write(answer))).isEqualTo(answer);
        assertThat(write(read(write(answer)))).isEqualTo(write(answer));
    }

    @Test
    void anAnswerIsKeptAsThisText() {
        var due = new DueAnswer.Due(
                "MSNza2lu",
                "skin",
                "weekly-2026-03-24",
                SlotKind.RECURRING,
                DAY,
                Instant.parse("2026-03-23T23:00:00Z"),
                LocalDate.of(2026, 3, 29),
                Instant.parse("2026-03-24T08:00:00.100Z"));
        var stays = new DueAnswer.Due(
                "MSNzdHI",
                "strength",
                "day-3",
                SlotKind.MILESTONE,
                DAY,
                MOMENT,
                null,
                Instant.parse("2026-03-24T08:00:00.999Z"));
        var next = new DueAnswer.Next(
                "MSNza2x",
                "skin",
                "weekly-2026-03-31",
                LocalDate.of(2026, 3, 31),
                Instant.parse("2026-03-30T22:00:00Z"));
        DueAnswer answer = new DueAnswer(List.of(due, stays), List.of(next), Instant.parse("2026-03-28T23:00:00Z"));
        String text = """
            {"due":[\
            {"id":"MSNza2lu","program":"skin","slot":"weekly-2026-03-24","kind":"recurring","dueOn":"2026-03-24",\
            "opensAt":"2026-03-23T23:00:00.000Z","closesOn":"2026-03-29","openedAt":"2026-03-24T08:00:00.100Z"},\
            {"id":"MSNzdHI","program":"strength","slot":"day-3","kind":"milestone","dueOn":"2026-03-24",\
            "opensAt":"2026-03-24T08:00:00.123Z","closesOn":null,"openedAt":"2026-03-24T08:00:00.999Z"}],\
            "next":[{"id":"MSNza2x","program":"skin","slot":"weekly-2026-03-31","dueOn":"2026-03-31",\
            "opensAt":"2026-03-30T22:00:00.000Z"}],\
            "validUntil":"2026-03-28T23:00:00.000Z"}\
            """;

        assertThat(write(answer)).isEqualTo(text);
        assertThat(read(text)).isEqualTo(answer);
    }

    @Test
    void nothingDueIsKeptAsThisText() {
        assertThat(write(DueAnswer.NOTHING)).isEqualTo("{\"due\":[],\"next\":[],\"validUntil\":null}");
        assertComesBack(DueAnswer.NOTHING);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        2026-03-24, 2026-03-24T08:00:00.000Z
        2026-03-24, 2026-03-24T08:00:00.001Z
        2026-03-24, 2026-03-24T08:00:00.010Z
        2026-03-24, 2026-03-24T08:00:00.100Z
        2026-03-24, 2026-03-24T08:00:00.999Z
        2026-12-31, 2026-12-31T23:59:59.999Z
        2027-01-01, 2027-01-01T00:00:00.000Z
        2024-02-29, 2024-02-29T23:59:59.000Z
        2000-01-01, 2000-01-01T00:00:00.000Z
        2199-12-31, 2199-12-31T23:59:59.999Z
        """)
    void daysAndMomentsComeBackAsTheyWere(LocalDate day, Instant moment) {
        assertComesBack(answer(SlotKind.RECURRING, day, moment, day, moment));
        assertComesBack(answer(SlotKind.RECURRING, day, moment, null, null));
        assertComesBack(new DueAnswer(List.of(), List.of(), moment));
        assertThat(write(answer(SlotKind.RECURRING, day, moment, day, moment)))
                .contains("\"dueOn\":\"" + day + "\"", "\"closesOn\":\"" + day + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pacific/Kiritimati",
                "Pacific/Apia",
                "Asia/Kathmandu",
                "Australia/Lord_Howe",
                "America/St_Johns",
                "Africa/Monrovia",
                "Etc/GMT+12"
            })
    void theStartOfADayComesBackFromEveryCornerOfTheWorld(ZoneId zone) {
        for (LocalDate day = LocalDate.of(2026, 1, 1); day.getYear() < 2027; day = day.plusDays(1)) {
            Instant start = WallTime.startOf(day, zone);
            assertComesBack(answer(SlotKind.MILESTONE, day, start, day, start));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyKindComesBack(SlotKind kind) {
        assertComesBack(answer(kind, DAY, MOMENT, DAY, MOMENT));
    }

    @Test
    void theseAreAllTheTypesThatAreEverCached() {
        Set<Class<?>> types = new LinkedHashSet<>();
        collect(DueAnswer.class, types);

        assertThat(types)
                .as("each of them comes back as it was: the tests above")
                .containsExactlyInAnyOrder(
                        DueAnswer.class,
                        DueAnswer.Due.class,
                        DueAnswer.Next.class,
                        List.class,
                        String.class,
                        SlotKind.class,
                        LocalDate.class,
                        Instant.class);
    }

    private static void collect(Type type, Set<Class<?>> types) {
        if (type instanceof ParameterizedType generic) {
            collect(generic.getRawType(), types);
            collect(generic.getActualTypeArguments()[0], types);
        } else if (type instanceof Class<?> plain && types.add(plain) && plain.isRecord()) {
            for (RecordComponent component : plain.getRecordComponents()) {
                collect(component.getGenericType(), types);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7", "{\"due\":[],\"next\":[],\"since\":1}", "{\"due\":[],\"next\":[]} {}"})
    void aTextThatIsNoAnswerIsABug(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOfAny(UncheckedIOException.class, NullPointerException.class);
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "7.50, 7.50", "1E+3, 1000", "1E-10, 0.0000000001", "-12E2, -1200"})
    void aNumberIsWrittenWithoutAnExponent(BigDecimal number, String expected) {
        assertThat(Json.write(List.of(number))).isEqualTo("[" + expected + "]");
    }

    @Test
    void whatElseIsSentHasOneForm() {
        assertThat(Json.write(ActionOutcome.Reason.ALREADY_COMPLETED)).isEqualTo("\"already-completed\"");
        assertThat(Json.write(ZoneId.of("America/Argentina/Buenos_Aires")))
                .isEqualTo("\"America/Argentina/Buenos_Aires\"");
        assertThat(Json.write(Map.of("at", Instant.parse("2026-03-24T08:00:00.123456789Z"))))
                .isEqualTo("{\"at\":\"2026-03-24T08:00:00.123Z\"}");
    }

    @Test
    void aNumberIsReadToItsLastDigit() throws JsonProcessingException {
        assertThat(Json.MAPPER.readTree("0.1000000000000000000000000001").decimalValue())
                .isEqualTo("0.1000000000000000000000000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":1}", "{\"a\":{\"b\":1,\"b\":2}}", "{} {}", "{} x", "{\"a\":1}]"})
    void textThatSaysTwoThingsIsRefused(String text) {
        assertThatThrownBy(() -> Json.MAPPER.readTree(text)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void nestingGoesEightDeepAndNoDeeper() throws JsonProcessingException {
        assertThat(Json.MAPPER.readTree("[".repeat(8) + "]".repeat(8))).hasSize(1);
        assertThatThrownBy(() -> Json.MAPPER.readTree("[".repeat(9) + "]".repeat(9)))
                .isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> Json.MAPPER.readTree("{\"a\":".repeat(9) + "1" + "}".repeat(9)))
                .isInstanceOf(JsonProcessingException.class);
    }
}
