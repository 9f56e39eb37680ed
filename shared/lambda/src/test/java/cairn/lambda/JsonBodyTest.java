package cairn.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cairn.timeline.Fault;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How a body is read field by field, and all that is wrong with it found; for what a single field can
/// hold see [JsonBodyValuesTest].
class JsonBodyTest {

    static Problem problemOf(JsonBody body) {
        return catchThrowableOfType(BadRequest.class, body::check).problem();
    }

    static List<String> pointers(Problem problem) {
        return problem.errors().stream().map(Problem.Detail::pointer).toList();
    }

    private static JsonBody object(JsonBody body, String name) {
        return Objects.requireNonNull(body.object(name));
    }

    private static List<JsonBody> objects(JsonBody body, String name) {
        return Objects.requireNonNull(body.objects(name));
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        JsonBody body = JsonBody.parse("""
            {"timeZone": "+20:00", "startedOn": 7, "colour": "red", "locale": "e", "sizes": ["a", 1, null]}\
            """);
        body.zone("timeZone");
        body.required("startedOn", JsonBody::day);
        body.required("program", JsonBody::text);
        body.language("locale");
        body.texts("sizes");
        Problem problem = problemOf(body);

        assertThat(problem.type()).isEqualTo("urn:cairn:problem:malformed");
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.errors())
                .containsExactly(
                        new Problem.Detail("/startedOn", "is to be a text"),
                        new Problem.Detail("/sizes/1", "is to be a text"),
                        new Problem.Detail("/sizes/2", "is to be a text"),
                        new Problem.Detail("/colour", "is not a field here"),
                        new Problem.Detail(
                                "/timeZone",
                                "is to be the name of a time zone, such as Europe/Berlin, or an offset such as +05:30"),
                        new Problem.Detail("/program", "is to be given"),
                        new Problem.Detail("/locale", "is to be a language tag such as en or pt-BR (BCP 47)"));
        assertThat(body.faults())
                .as("the same, without an exception")
                .extracting(fault -> new Problem.Detail(fault.pointer(), fault.message()))
                .isEqualTo(problem.errors());
    }

    @Test
    void aBodyOfTheRightShapeWithAWrongValueIsInvalid() {
        JsonBody body = JsonBody.parse("{\"startedOn\": \"soon\"}");
        body.required("startedOn", JsonBody::day);
        body.required("timeZone", JsonBody::zone);
        Problem problem = problemOf(body);

        assertThat(problem.type()).isEqualTo("urn:cairn:problem:invalid");
        assertThat(problem.status()).isEqualTo(422);
        assertThat(pointers(problem)).containsExactly("/startedOn", "/timeZone");
    }

    @ParameterizedTest
    @CsvSource({"{}", "{\"a\": null}"})
    void aFieldThatIsMissingOrNullIsOnlyAFaultWhereItIsNeeded(String text) {
        JsonBody optional = JsonBody.parse(text);
        assertThat(optional.has("a")).isFalse();
        assertThat(optional.text("a")).isNull();
        assertThat(optional.object("a")).isNull();
        assertThat(optional.texts("a")).isNull();
        optional.check();

        JsonBody needed = JsonBody.parse(text);
        assertThat(needed.required("a", JsonBody::text)).isNull();
        assertThat(problemOf(needed))
                .isEqualTo(BadRequest.invalid("/a", "is to be given").problem());
    }

    @Test
    void aCheckedFieldIsThereAndWhatElseIsWrongIsSaidFirst() {
        JsonBody sound = JsonBody.parse("{\"day\": \"2026-03-24\"}");
        assertThat(sound.checked(sound.day("day"))).isEqualTo(LocalDate.of(2026, 3, 24));

        JsonBody faulty = JsonBody.parse("{\"day\": \"2026-03-24\", \"hour\": 8}");
        LocalDate day = faulty.day("day");
        assertThat(pointers(catchThrowableOfType(BadRequest.class, () -> faulty.checked(day))
                        .problem()))
                .containsExactly("/hour");
        assertThatIllegalStateException()
                .as("a bug: null, and no fault says why")
                .isThrownBy(() -> sound.checked(sound.day("night")));
    }

    @Test
    void fieldsThatNobodyAskedForAreFoundAtEveryDepth() {
        JsonBody body = JsonBody.parse("""
            {"a": {"b": {"c": 1, "d": 2}, "e": 3}, "list": [{}, {"f": 4}, {"g": null}], "h": {"i": 5}}\
            """);
        JsonBody b = object(object(body, "a"), "b");
        b.wholeNumber("c");
        objects(body, "list");
        Problem problem = problemOf(body);

        assertThat(problem.status()).isEqualTo(400);
        assertThat(pointers(problem)).containsExactlyInAnyOrder("/a/b/d", "/a/e", "/list/1/f", "/list/2/g", "/h");
    }

    @Test
    void pointersGoThroughObjectsAndArrays() {
        JsonBody body = JsonBody.parse("""
            {"items": [{"days": ["2026-03-24"]}, {"to": {"on": "never"}}, 7, null, [], {"days": [1, "x", {}]}]}\
            """);
        for (JsonBody item : objects(body, "items")) {
            item.texts("days");
            JsonBody to = item.object("to");
            if (to != null) {
                to.day("on");
                to.refuse(new Fault("/off", "is to be given as well"));
                to.refuse(new Fault("", "is odd"));
            }
        }

        assertThat(pointers(problemOf(body)))
                .containsExactly(
                        "/items/2",
                        "/items/3",
                        "/items/4",
                        "/items/5/days/0",
                        "/items/5/days/2",
                        "/items/1/to/on",
                        "/items/1/to/off",
                        "/items/1/to");
    }

    @Test
    void namesAreEscapedInPointers() {
        JsonBody body = JsonBody.parse("""
            {"a/b": {"~": 1, "c~1d": "x", "": [{"/": 1}]}, "e~f": ["x", 1], "g/h": 2}\
            """);
        JsonBody inner = object(body, "a/b");
        inner.text("~");
        inner.day("c~1d");
        objects(inner, "").getFirst().flag("/");
        inner.required("~/", JsonBody::text);
        body.texts("e~f");

        assertThat(pointers(problemOf(body)))
                .containsExactly("/a~1b/~0", "/a~1b//0/~1", "/e~0f/1", "/g~1h", "/a~1b/c~01d", "/a~1b/~0~1");
    }

    @Test
    void anObjectIsAMapWhateverItsNames() {
        JsonBody body = JsonBody.parse("""
            {"texts": {"en": "a", "de": "b"}, "plans": {"pro": "weekly", "paused": null}, "flags": {"x": true}}\
            """);

        assertThat(object(body, "texts").asTexts()).isEqualTo(Map.of("en", "a", "de", "b"));
        assertThat(object(body, "plans").asTextsOrNulls())
                .containsOnlyKeys("pro", "paused")
                .containsEntry("pro", "weekly")
                .containsEntry("paused", null);
        assertThat(object(body, "flags").asMap(node -> node.isBoolean(), "a flag", node -> node.booleanValue()))
                .isEqualTo(Map.of("x", true));
        body.check();
    }

    @Test
    void aMapPointsAtEachValueThatDoesNotFit() {
        JsonBody body = JsonBody.parse("""
            {"texts": {"a": 1, "b": null, "c": "x", "d/e": []}, "plans": {"pro": 7, "paused": null}}\
            """);
        assertThat(object(body, "texts").asTexts()).isEqualTo(Map.of("c", "x"));
        object(body, "plans").asTextsOrNulls();
        Problem problem = problemOf(body);

        assertThat(problem.status()).isEqualTo(400);
        assertThat(pointers(problem)).containsExactly("/texts/b", "/texts/a", "/texts/d~1e", "/plans/pro");
    }

    @ParameterizedTest(name = "[{0}]")
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "7",
                "\"canary\"",
                "[]",
                "[{}]",
                "canary",
                "{",
                "}",
                "{\"canary\"}",
                "{\"canary\":1,\"canary\":1}",
                "{\"a\":{\"canary\":1,\"canary\":2}}",
                "{} {}",
                "{} canary",
                "{canary:1}",
                "{'canary':1}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{\"a\":1,}",
                "/* canary */ {}",
                "{\"a\":\"canary\\x\"}",
                "{\"a\":[[[[[[[[1]]]]]]]]}"
            })
    void whatIsNotOneJsonObjectIsMalformedAsAWhole(@Nullable String text) {
        Problem problem = catchThrowableOfType(BadRequest.class, () -> JsonBody.parse(text))
                .problem();

        assertThat(problem.type()).isEqualTo("urn:cairn:problem:malformed");
        assertThat(problem.status()).isEqualTo(400);
        assertThat(pointers(problem)).containsExactly("");
        assertThat(problem.errors().getFirst().detail())
                .as("in our own words, not in those of an exception")
                .matches("is to be one JSON object|is not JSON that can be read here(: see line \\d+, column \\d+)?");
    }

    @Test
    void aNullIsLeftOutOfAMap() {
        JsonBody body = JsonBody.parse("{\"a\": 1, \"b\": null}");

        assertThat(body.asMap(node -> node.isInt(), "a number", node -> node.intValue()))
                .isEqualTo(Map.of("a", 1));
        body.check();
    }

    @Test
    void aNumberThatTheParserCannotHoldIsMalformedWithItsPlace() {
        for (String number : List.of("1e99999999999", "0e99999999999", "1e-2147483648")) {
            Problem problem = catchThrowableOfType(BadRequest.class, () -> JsonBody.parse("{\"a\":\n" + number + "}"))
                    .problem();

            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.errors().getFirst().detail())
                    .matches("is not JSON that can be read here: see line 2, column \\d+");
        }
    }

    @Test
    void aTextThatIsNotUnicodeIsInvalidWhereverItStands() {
        JsonBody body = JsonBody.parse("""
            {"note": "good day \\ud83d", "names": ["a", "\\udc00"], "choice": {"q": ["a", "\\ud83d"], "r": "\\ud83d"}}\
            """);
        assertThat(body.required("note", JsonBody::text)).isNull();
        assertThat(body.texts("names")).containsExactly("a");
        assertThat(object(body, "choice").asMap(_ -> true, "anything", node -> node))
                .isEmpty();
        Problem problem = problemOf(body);

        assertThat(problem.status()).isEqualTo(422);
        assertThat(pointers(problem)).containsExactly("/note", "/names/1", "/choice/q/1", "/choice/r");
    }

    @Test
    void aNameThatIsNotUnicodeIsAFaultOfItsObjectAndBelongsToNoField() {
        JsonBody body = JsonBody.parse("""
            {"a\\ud83d": 1, "b": {"\\udc00": {"c": 2}, "d": "e", "\\ud83d": 3}}\
            """);
        assertThat(object(body, "b").asTexts()).isEqualTo(Map.of("d", "e"));
        Problem problem = problemOf(body);

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors())
                .containsExactly(
                        new Problem.Detail("", "has a name that contains a lone surrogate, which is not Unicode"),
                        new Problem.Detail("/b", "has a name that contains a lone surrogate, which is not Unicode"));
    }

    @Test
    void aNameThatIsNotUnicodeInAnObjectThatNobodyReadsIsPartOfAnUnknownField() {
        JsonBody body = JsonBody.parse("{\"a\": {\"\\ud83d\": 1}}");

        assertThat(pointers(problemOf(body))).containsExactly("/a");
    }

    @Test
    void wholeSurrogatePairsAndControlCharactersAreText() {
        JsonBody body = JsonBody.parse("""
            {"a": "\\ud83d\\ude00 \\u0000\\u0007\\u001f\\u007f\\ufffd\\uffff", "\\ud83d\\ude00": "x"}\
            """);

        assertThat(body.text("a")).isEqualTo("\ud83d\ude00 \u0000\u0007\u001f\u007f\ufffd\uffff");
        assertThat(body.text("\ud83d\ude00")).isEqualTo("x");
        body.check();
    }

    @Test
    void aBodyMayBeNestedEightDeep() {
        assertThat(JsonBody.parse("{\"a\":[[[[[[[1]]]]]]]}").has("a")).isTrue();
    }
}
