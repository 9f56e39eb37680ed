package cairn.checkins;

import java.time.Instant;
import java.util.Map;

/// The answers to a check-in, which are final.
///
/// @param answers     by question id; what was not answered is absent
/// @param answeredAt  when the person answered, as their client said it; drawn into the time between the
///                    slot's opening and `completedAt` where it lies outside
/// @param completedAt when it was stored here
/// @param late        whether it was stored past the slot's close
public record Completion(Map<String, Answer> answers, Instant answeredAt, Instant completedAt, boolean late) {
    public Completion {
        answers = Answer.given(answers);
    }
}
