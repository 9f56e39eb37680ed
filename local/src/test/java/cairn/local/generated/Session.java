package cairn.local.generated;

import cairn.local.generated.ApiDocument.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Many people who send valid requests and spoiled ones, in turn, while time goes on; and events about them. The same
/// seed makes the same session.
final class Session {
    private static final Instant BEGIN = Instant.parse("2027-01-10T07:00:00Z");
    private static final int PEOPLE = 30;

    private final int requestsPerEvent;
    private final Random random;
    private final Target target;
    private final Faults faults = new Faults();
    private final Judge judge;
    private final ApiDocument api = ApiDocument.read("docs/api/openapi.json");
    private final List<Operation> operations = new ArrayList<>();
    private final Calls calls;
    private final GeneratedEvents events;
    private final List<Person> people =
            IntStream.range(0, PEOPLE).mapToObj(Person::new).toList();
    private final Map<String, Integer> tally = new TreeMap<>();
    private Instant now = BEGIN;

    /// @param requestsPerEvent how many requests there are for each event
    Session(Target target, long seed, int requestsPerEvent) {
        this.requestsPerEvent = requestsPerEvent;
        this.random = new Random(seed);
        this.target = target;
        this.judge = new Judge(target, faults);
        this.calls = new Calls(api, random);
        this.events = new GeneratedEvents(target, judge, faults, random);
        for (Operation operation : api.operations()) {
            for (int weight = weight(operation); weight > 0; weight--) {
                operations.add(operation);
            }
        }
    }

    /// States are reached by starting, asking and answering; an erasure undoes all of it.
    private static int weight(Operation operation) {
        return switch (operation.key()) {
            case "GET /v1/me/due", "PUT /v1/me/check-ins/{id}/completion" -> 12;
            case "PUT /v1/me/journeys/{program}" -> 8;
            case "DELETE /v1/me", "POST /v1/me" -> 1;
            default -> 4;
        };
    }

    /// @return what was wrong; empty if nothing
    String run(int requests) {
        for (int number = 0; number < requests; number++) {
            pass();
            Person person = Odd.any(people, random);
            Operation operation = person.erased && random.nextInt(4) == 0 ? beginAgain() : Odd.any(operations, random);
            ask(operation, person, number);
            if (number % requestsPerEvent == 0) {
                String outcome = events.tell(person, now, number);
                tally.merge("event " + outcome, 1, Integer::sum);
            }
        }
        return faults.report();
    }

    private void ask(Operation operation, Person person, int number) {
        Call valid = calls.valid(operation, person, now);
        Call call = random.nextInt(5) < 2 ? valid : calls.spoiled(valid, person, Odd.any(people, random), number);
        Judge.Stored before = judge.stored(person);
        try {
            HttpReply reply = target.send(call, person.subject, now);
            judge.judge(call, person, before, reply);
            JsonNode body = reply.json();
            person.remember(body, reply.headers());
            boolean begunAgain = reply.status() == 200 && operation.key().equals("POST /v1/me");
            person.erased = reply.status() == 202 || (person.erased && !begunAgain);
            tally.merge(operation.key() + " " + reply.status(), 1, Integer::sum);
        } catch (RuntimeException thrown) {
            faults.add(
                    operation.key() + ": " + call.kind() + " throws "
                            + thrown.getClass().getName() + " at "
                            + (thrown.getStackTrace().length > 0 ? thrown.getStackTrace()[0] : "?"),
                    call + "\n  -> " + thrown);
        }
        judge.judgeLog("request " + number + " " + call);
    }

    private Operation beginAgain() {
        return api.operations().stream()
                .filter(operation -> operation.key().equals("POST /v1/me"))
                .findFirst()
                .orElseThrow();
    }

    /// Seconds mostly, sometimes hours, seldom weeks.
    private void pass() {
        int dice = random.nextInt(200);
        int most = dice < 170 ? 60 : dice < 198 ? 20 * 3600 : 20 * 24 * 3600;
        now = now.plusMillis(1 + random.nextLong(most * 1000L));
    }

    /// How often each operation had each status.
    Map<String, Integer> tally() {
        return tally;
    }
}
