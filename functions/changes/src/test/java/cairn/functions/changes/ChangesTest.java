package cairn.functions.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cairn.checkins.Happening;
import cairn.lambda.EventFunction;
import cairn.lambda.Json;
import cairn.testkit.TestContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesTest {
    private static final String NONE_LEFT = "{\"batchItemFailures\":[]}";

    private final List<Happening> told = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private Predicate<Happening> refused = _ -> false;

    static Stream<Arguments> changes() {
        String open = Batch.open("day-7");
        return Stream.of(
                Arguments.of("opened by a visit", null, open, List.of("CheckInOpened")),
                Arguments.of("by the sweep", null, Batch.openedBy("day-7", "SWEEP"), List.of("CheckInOpened")),
                Arguments.of(
                        "offline",
                        null,
                        Batch.completed("day-7", "COMPLETION"),
                        List.of("CheckInOpened", "CheckInCompleted")),
                Arguments.of("imported", null, Batch.openedBy("day-7", "IMPORT"), List.of()),
                Arguments.of("completed", open, Batch.completed("day-7", "VISIT"), List.of("CheckInCompleted")),
                Arguments.of("dismissed", open, Batch.dismissed("day-7"), List.of("CheckInDismissed")),
                Arguments.of(
                        "after all",
                        Batch.dismissed("day-7"),
                        Batch.completed("day-7", "VISIT"),
                        List.of("CheckInCompleted")),
                Arguments.of("snoozed", open, Batch.snoozed("day-7", 1), List.of("CheckInSnoozed")),
                Arguments.of("again", Batch.snoozed("day-7", 1), Batch.snoozed("day-7", 2), List.of("CheckInSnoozed")),
                Arguments.of("rewritten", open, open, List.of()),
                Arguments.of("deleted", open, null, List.of()),
                Arguments.of("erased", Batch.member(), Batch.tombstone(), List.of("MemberErased")),
                Arguments.of("a member's row", null, Batch.member(), List.of()),
                Arguments.of("a tombstone's end", Batch.tombstone(), null, List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void whatBecameOfARowIsToldAndNothingElse(
            String what, @Nullable String before, @Nullable String after, List<String> types) {
        assertThat(handle(new Batch().with("1", before, after).json())).isEqualTo(NONE_LEFT);

        assertThat(told).as(what).extracting(Happening::type).isEqualTo(types);
        assertThat(told).allSatisfy(ChangesTest::expectOfItsSchema);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void noAnswerGoesOut(String what, @Nullable String before, @Nullable String after, List<String> types) {
        handle(new Batch().with("1", before, after).json());

        for (Happening happening : told) {
            assertThat(Json.write(happening.detail())).as(what).doesNotContain("canary", "7718273", "answers");
        }
        assertThat(String.join("\n", log)).doesNotContain("canary", "7718273", "anna");
    }

    @ParameterizedTest(name = "{0} times")
    @ValueSource(ints = {1, 2, 16, 847})
    void howeverOftenABatchComesItsEventsHaveTheSameIds(int times) {
        String batch = new Batch()
                .with("1", null, Batch.open("day-7"))
                .with("2", Batch.open("day-7"), Batch.snoozed("day-7", 1))
                .with("3", Batch.snoozed("day-7", 1), Batch.snoozed("day-7", 2))
                .with("4", Batch.snoozed("day-7", 2), Batch.completed("day-7", "VISIT"))
                .with("5", null, Batch.open("day-15"))
                .with("6", Batch.member(), Batch.tombstone())
                .json();
        for (int time = 0; time < times; time++) {
            handle(batch);
        }

        assertThat(told).hasSize(6 * times);
        assertThat(told.stream().map(Happening::id).distinct()).hasSize(6).allMatch(id -> id.matches("[0-9a-f]{32}"));
        assertThat(told.stream().distinct())
                .as("nor does anything else of them differ")
                .hasSize(6);
    }

    @Test
    void whatIsToldIsInTheOrderOfTheStream() {
        Batch batch = new Batch();
        IntStream.range(0, 60).forEach(i -> batch.with("" + i, null, Batch.open("day-" + i)));

        handle(batch.json());

        assertThat(told)
                .extracting(one -> String.valueOf(one.detail().get("slot")))
                .containsExactlyElementsOf(
                        IntStream.range(0, 60).mapToObj(i -> "day-" + i).toList());
    }

    @Test
    void fromTheFirstThatWasNotTakenOnTheBatchComesAgain() {
        refused = one ->
                Set.of("day-9", "day-8").contains(String.valueOf(one.detail().get("slot")));

        assertThat(handle(threeOpened().json())).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"22\"}]}");
        assertThat(line().get("level").textValue()).isEqualTo("WARN");
        assertThat(line().get("again").booleanValue()).isTrue();
    }

    @Test
    void ofARecordOfTwoEventsBothAreToBeTaken() {
        refused = one -> one.type().equals("CheckInCompleted");

        assertThat(handle(new Batch()
                        .with("11", null, Batch.open("day-7"))
                        .with("22", null, Batch.completed("day-8", "COMPLETION"))
                        .json()))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"22\"}]}");
    }

    @Test
    void aRecordThatCannotBeReadLosesNothingBeforeIt() {
        String batch = new Batch()
                .with("11", null, Batch.open("day-7"))
                .with("22", null, Batch.open("day-8"))
                .with("33", null, Batch.poison())
                .with("44", null, Batch.open("day-9"))
                .json();

        assertThat(handle(batch)).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"33\"}]}");
        assertThat(told).extracting(one -> one.detail().get("slot")).containsExactly("day-7", "day-8");
        assertThat(line().get("level").textValue()).isEqualTo("WARN");
        assertThat(log.getLast()).doesNotContain("CANARY");
    }

    @Test
    void whatWasNotTakenBeforeAnUnreadableRecordComesFirst() {
        refused = _ -> true;

        assertThat(handle(new Batch()
                        .with("11", null, Batch.open("day-7"))
                        .with("22", null, Batch.poison())
                        .json()))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"11\"}]}");
    }

    @Test
    void aBusThatBreaksBreaksTheInvocation() {
        refused = _ -> {
            throw new IllegalStateException("bug");
        };
        assertThatExceptionOfType(EventFunction.Failed.class)
                .isThrownBy(() -> handle(threeOpened().json()));
        assertThat(line().get("level").textValue()).isEqualTo("ERROR");
    }

    @Test
    void theExampleInTheRepositoryIsABatch() throws IOException {
        assertThat(handle(Files.readString(Path.of("../../events/changes.json"))))
                .isEqualTo(NONE_LEFT);

        assertThat(told).singleElement().satisfies(one -> {
            assertThat(one.type()).isEqualTo("CheckInOpened");
            assertThat(one.at()).isEqualTo("2026-11-22T08:00:00Z");
            expectOfItsSchema(one);
        });
        assertThat(log.getLast().replaceAll("\"millis\":\\d+", "\"millis\":…"))
                .isEqualTo("{\"level\":\"INFO\",\"requestId\":\"request-id\",\"way\":\"changes\",\"records\":1,"
                        + "\"events\":1,\"millis\":…}");
    }

    private static Batch threeOpened() {
        return new Batch()
                .with("11", null, Batch.open("day-7"))
                .with("22", null, Batch.open("day-8"))
                .with("33", null, Batch.open("day-9"));
    }

    private String handle(String batch) {
        try {
            var reply = new ByteArrayOutputStream();
            new Changes(this::put, log::add)
                    .handleRequest(
                            new ByteArrayInputStream(batch.getBytes(StandardCharsets.UTF_8)), reply, new TestContext());
            return reply.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Happening> put(List<Happening> happenings) {
        List<Happening> notTaken = happenings.stream().filter(refused).toList();
        told.addAll(happenings.stream().filter(one -> !notTaken.contains(one)).toList());
        return notTaken;
    }

    private JsonNode line() {
        return read(log.getLast());
    }

    /// Its fields are those that its schema names, and none that is required is missing.
    private static void expectOfItsSchema(Happening happening) {
        try {
            JsonNode schema = read(Files.readString(Path.of("../../docs/events/" + happening.type() + ".schema.json")));
            Set<String> required = new TreeSet<>();
            schema.get("required").forEach(name -> required.add(name.textValue()));
            Set<String> known = new TreeSet<>();
            schema.get("properties").fieldNames().forEachRemaining(known::add);
            assertThat(happening.detail().keySet()).containsAll(required).isSubsetOf(known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
