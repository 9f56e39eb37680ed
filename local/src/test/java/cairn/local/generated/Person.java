package cairn.local.generated;

import cairn.checkins.MemberId;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Somebody who asks, and what they were told: the ids, cursors, tags and cards that later requests are made of.
final class Person {
    private static final int REMEMBERED = 30;
    private static final List<String> ENDINGS =
            List.of("", "-#MEMBER", "-ü日本😀", " with blanks ", "-%2F/..", "-" + "x".repeat(230));

    final int number;
    final String subject;
    final List<String> ids = new ArrayList<>();
    /// Of the cards that were due when they asked last.
    final List<String> due = new ArrayList<>();
    final List<String> cursors = new ArrayList<>();
    final List<String> etags = new ArrayList<>();
    /// The questions of each card seen, by program.
    final Map<String, JsonNode> cards = new HashMap<>();

    boolean erased;

    Person(int number) {
        this.number = number;
        this.subject = canary("subject") + ENDINGS.get(number % ENDINGS.size());
    }

    MemberId id() {
        return new MemberId(subject);
    }

    /// A text that is this person's, wherever it shows up.
    String canary(String more) {
        return "canary-" + number + "-" + more;
    }

    void remember(JsonNode reply, Map<String, String> headers) {
        for (JsonNode with : reply.findParents("slot")) {
            keep(ids, with.path("id").asText());
        }
        keep(cursors, reply.path("next").asText(""));
        keep(etags, headers.getOrDefault("etag", ""));
        if (reply.has("due") && reply.path("due").isArray()) {
            due.clear();
        }
        for (JsonNode card : reply.path("due")) {
            due.add(card.path("id").asText());
            cards.put(card.path("program").asText(), card.at("/card/questions"));
        }
    }

    private static void keep(List<String> kept, String text) {
        if (!text.isEmpty() && !text.equals("null") && !kept.contains(text)) {
            kept.add(text);
            if (kept.size() > REMEMBERED) {
                kept.removeFirst();
            }
        }
    }

    /// One of the newest more often than an old one.
    static String one(List<String> kept, String otherwise, Random random) {
        if (kept.isEmpty()) {
            return otherwise;
        }
        return kept.get(kept.size() - 1 - Math.min(random.nextInt(kept.size()), random.nextInt(kept.size())));
    }
}
