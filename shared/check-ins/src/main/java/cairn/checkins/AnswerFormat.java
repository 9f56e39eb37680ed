package cairn.checkins;

import java.util.function.Function;

/// How a [DueAnswer] is kept as text. `read` gives back an answer equal to the one `write` was given.
public record AnswerFormat(Function<DueAnswer, String> write, Function<String, DueAnswer> read) {}
