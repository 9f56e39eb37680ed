package cairn.functions.due;

import cairn.checkins.Card;
import cairn.checkins.Question;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/// A card in one language.
record CardReply(String locale, String title, String body, List<QuestionReply> questions) {

    /// A question; its kind tells which fields it has besides the first four.
    sealed interface QuestionReply {}

    record Scale(String id, String kind, String text, boolean required, int min, int max) implements QuestionReply {}

    record Numeric(String id, String kind, String text, boolean required, BigDecimal min, BigDecimal max)
            implements QuestionReply {}

    record Choice(String id, String kind, String text, boolean required, List<Option> choices)
            implements QuestionReply {}

    record Choices(String id, String kind, String text, boolean required, List<Option> choices, int atMost)
            implements QuestionReply {}

    record Text(String id, String kind, String text, boolean required, int maxLength) implements QuestionReply {}

    record YesOrNo(String id, String kind, String text, boolean required) implements QuestionReply {}

    /// One of the things to choose from; its id is the answer.
    record Option(String id, String text) {}

    static CardReply of(Card card, List<Locale.LanguageRange> wanted) {
        String locale = card.localeFor(wanted);
        return new CardReply(
                locale,
                card.title().in(locale),
                card.body().in(locale),
                card.questions().stream()
                        .map(question -> reply(question, locale))
                        .toList());
    }

    private static QuestionReply reply(Question question, String locale) {
        String id = question.id();
        String text = question.text().in(locale);
        boolean required = question.required();
        return switch (question) {
            case Question.Scale scale -> new Scale(id, "scale", text, required, scale.min(), scale.max());
            case Question.Numeric number -> new Numeric(id, "number", text, required, number.min(), number.max());
            case Question.Choice choice -> new Choice(id, "choice", text, required, options(choice.choices(), locale));
            case Question.Choices choices ->
                new Choices(id, "choices", text, required, options(choices.choices(), locale), choices.atMost());
            case Question.Text words -> new Text(id, "text", text, required, words.maxLength());
            case Question.YesOrNo _ -> new YesOrNo(id, "yes-no", text, required);
        };
    }

    private static List<Option> options(List<Question.Option> choices, String locale) {
        return choices.stream()
                .map(choice -> new Option(choice.id(), choice.text().in(locale)))
                .toList();
    }
}
