package cairn.lambda;

import cairn.checkins.Card;
import cairn.checkins.Localized;
import cairn.checkins.Question;
import cairn.timeline.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what a person is shown and asked. Every text of a card comes in the same languages, those of its
/// title: a missing translation is a fault, found when the build runs and not by a reader of that language.
final class CardReader {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final int LONGEST_TEXT = 5000;
    /// In the place of a text that is missing, so that the rest can be checked as well.
    private static final Localized NO_TEXT = new Localized(Map.of());

    private final JsonBody card;
    /// Null where there is no title to hold the other texts against.
    private final @Nullable Set<String> locales;

    private CardReader(JsonBody card, @Nullable Set<String> locales) {
        this.card = card;
        this.locales = locales;
    }

    /// @return null if it cannot be made; whether it may be used, [JsonBody#check] says
    static @Nullable Card read(JsonBody card) {
        JsonBody title = card.required("title", JsonBody::object);
        if (title == null) {
            return new CardReader(card, null).card(NO_TEXT);
        }
        Map<String, String> titles = title.asTexts();
        titles.keySet().stream()
                .filter(locale -> !locale.equals(Languages.canonicalTag(locale)))
                .forEach(locale -> title.refuse(
                        new Fault("/" + Fault.escaped(locale), "is not a language tag such as en or pt-BR (BCP 47)")));
        return new CardReader(card, titles.keySet()).card(new Localized(titles));
    }

    private @Nullable Card card(Localized title) {
        String defaultLocale = card.required("defaultLocale", JsonBody::text);
        if (defaultLocale != null && locales != null && !locales.contains(defaultLocale)) {
            card.refuse(new Fault("/defaultLocale", "is to be one of the title's languages"));
        }
        Localized body = localized(card, "body");
        List<Question> questions = questions();
        return defaultLocale == null || body == null ? null : new Card(defaultLocale, title, body, questions);
    }

    private List<Question> questions() {
        List<JsonBody> bodies = card.required("questions", JsonBody::objects);
        List<Question> questions = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonBody body : bodies == null ? List.<JsonBody>of() : bodies) {
            String id = id(body, ids);
            Localized text = localized(body, "text");
            Boolean required = body.required("required", JsonBody::flag);
            String kind = body.required("kind", JsonBody::text);
            if (kind == null) {
                body.leaveRest();
                continue;
            }
            Question question = question(
                    body, kind, id == null ? "" : id, text == null ? NO_TEXT : text, required != null && required);
            if (question != null) {
                questions.add(question);
            }
        }
        return questions;
    }

    private @Nullable Question question(JsonBody body, String kind, String id, Localized text, boolean required) {
        return switch (kind) {
            case "scale" -> scale(body, id, text, required);
            case "number" -> numeric(body, id, text, required);
            case "choice" -> new Question.Choice(id, text, required, options(body));
            case "choices" -> choices(body, id, text, required);
            case "text" -> text(body, id, text, required);
            case "yes-no" -> new Question.YesOrNo(id, text, required);
            default -> {
                body.leaveRest();
                body.refuse(new Fault("/kind", "is to be scale, number, choice, choices, text or yes-no"));
                yield null;
            }
        };
    }

    private static @Nullable Question scale(JsonBody body, String id, Localized text, boolean required) {
        Integer min = body.required("min", JsonBody::wholeNumber);
        Integer max = body.required("max", JsonBody::wholeNumber);
        if (min == null || max == null) {
            return null;
        }
        refuseUnless(min < max, body, "/max", "is to be greater than min");
        return new Question.Scale(id, text, required, min, max);
    }

    private static @Nullable Question numeric(JsonBody body, String id, Localized text, boolean required) {
        BigDecimal min = body.required("min", JsonBody::number);
        BigDecimal max = body.required("max", JsonBody::number);
        if (min == null || max == null) {
            return null;
        }
        refuseUnless(min.compareTo(max) < 0, body, "/max", "is to be greater than min");
        return new Question.Numeric(id, text, required, min, max);
    }

    private @Nullable Question choices(JsonBody body, String id, Localized text, boolean required) {
        List<Question.Option> options = options(body);
        Integer atMost = body.required("atMost", JsonBody::wholeNumber);
        if (atMost == null) {
            return null;
        }
        boolean fits = atMost >= 1 && atMost <= options.size();
        refuseUnless(fits, body, "/atMost", "is to be between 1 and the number of choices");
        return new Question.Choices(id, text, required, options, atMost);
    }

    private static @Nullable Question text(JsonBody body, String id, Localized text, boolean required) {
        Integer maxLength = body.required("maxLength", JsonBody::wholeNumber);
        if (maxLength == null) {
            return null;
        }
        boolean fits = maxLength >= 1 && maxLength <= LONGEST_TEXT;
        refuseUnless(fits, body, "/maxLength", "is to be between 1 and " + LONGEST_TEXT);
        return new Question.Text(id, text, required, maxLength);
    }

    private List<Question.Option> options(JsonBody question) {
        List<JsonBody> bodies = question.required("choices", JsonBody::objects);
        if (bodies == null) {
            return List.of();
        }
        refuseUnless(bodies.size() >= 2, question, "/choices", "are to be two at least");
        List<Question.Option> options = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonBody body : bodies) {
            String id = id(body, ids);
            Localized text = localized(body, "text");
            if (id != null && text != null) {
                options.add(new Question.Option(id, text));
            }
        }
        return options;
    }

    private static @Nullable String id(JsonBody body, Set<String> taken) {
        String id = body.required("id", JsonBody::text);
        if (id != null) {
            refuseUnless(ID.matcher(id).matches(), body, "/id", "is to be lower-case letters, digits and hyphens");
            refuseUnless(taken.add(id), body, "/id", "is taken already");
        }
        return id;
    }

    private @Nullable Localized localized(JsonBody body, String name) {
        JsonBody texts = body.required(name, JsonBody::object);
        if (texts == null) {
            return null;
        }
        Localized localized = new Localized(texts.asTexts());
        boolean complete = locales == null || locales.equals(localized.texts().keySet());
        refuseUnless(complete, body, "/" + name, "is to be in the languages of the title");
        return localized;
    }

    private static void refuseUnless(boolean holds, JsonBody body, String pointer, String message) {
        if (!holds) {
            body.refuse(new Fault(pointer, message));
        }
    }
}
