package cairn.local.generated;

import cairn.checkins.CheckIn;
import cairn.checkins.Ledger;
import cairn.checkins.Standing;
import cairn.testkit.ApiContract;
import cairn.testkit.Exchange;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Holds every reply against what must be true of all of them.
///
/// @param target what the requests go to
/// @param faults takes what is wrong
record Judge(Target target, Faults faults) {
    private static final Pattern CANARY = Pattern.compile("canary-(\\d+)-", Pattern.CASE_INSENSITIVE);

    /// What is stored of a person.
    record Stored(Standing standing, List<CheckIn> rows) {}

    Stored stored(Person person) {
        Ledger ledger = target.ledger();
        Standing standing = ledger.standing(person.id());
        List<CheckIn> rows = new ArrayList<>();
        Ledger.@Nullable Position after = null;
        do {
            Ledger.Page page = ledger.held(person.id(), standing.life(), after, 100);
            rows.addAll(page.items());
            after = page.more() ? page.items().getLast().position() : null;
        } while (standing.living().isPresent() && after != null);
        return new Stored(standing, standing.living().isPresent() ? rows : List.of());
    }

    /// @param before what was stored
    void judge(Call call, Person person, Stored before, HttpReply reply) {
        if (reply.status() >= 500 || reply.status() < 200) {
            fault("a reply of " + reply.status(), call, reply);
        }
        try {
            ApiContract.check(new Exchange(
                    call.operation().method(),
                    call.encodedPath(),
                    call.operation().hasBody() ? call.body() : null,
                    reply.status(),
                    reply.headers(),
                    reply.body()));
        } catch (AssertionError notAsDocumented) {
            fault("not as documented: " + firstFault(notAsDocumented), call, reply);
        }
        boolean mayWrite = reply.status() < 400
                && (call.operation().writes() || call.operation().path().endsWith("/due"));
        if (!mayWrite && !stored(person).equals(before)) {
            fault("something stored with a reply of " + reply.status(), call, reply);
        }
        foreign(call, person, reply);
        if (reply.status() == 200 && call.operation().path().endsWith("/completion")) {
            sameAnswers(call, reply);
        }
    }

    private static String firstFault(AssertionError fault) {
        String[] lines = String.valueOf(fault.getMessage()).split("\n", -1);
        return (lines.length > 1 ? lines[1] : lines[0]).strip().replaceAll("\\d+", "n");
    }

    private void foreign(Call call, Person person, HttpReply reply) {
        Matcher canary = CANARY.matcher(reply.body() + reply.headers());
        while (canary.find()) {
            if (!canary.group(1).equals(Integer.toString(person.number))) {
                fault("another person's text in a reply", call, reply);
            }
        }
    }

    private void sameAnswers(Call call, HttpReply reply) {
        JsonNode sent = HttpReply.json(new String(call.bytes(), StandardCharsets.UTF_8));
        if (!Meaning.of(sent.path("answers")).equals(Meaning.of(reply.json().path("answers")))) {
            fault("answers that are not the ones sent", call, reply);
        }
    }

    /// Looks through the log for anything that was sent.
    void judgeLog(String call) {
        for (String line : target.newLog()) {
            if (CANARY.matcher(line).find()) {
                faults.add(
                        "something sent in the log: " + line.replaceAll(".*\"way\":\"([^\"]*)\".*", "$1"),
                        call + "\n  " + line);
            }
        }
    }

    private void fault(String kind, Call call, HttpReply reply) {
        String body = reply.body().length() <= 700 ? reply.body() : reply.body().substring(0, 700) + "…";
        faults.add(
                kind + ": " + call.operation().key() + ": " + call.kind(),
                call + "\n  -> " + reply.status() + " " + body);
    }
}
