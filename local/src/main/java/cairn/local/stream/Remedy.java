package cairn.local.stream;

import cairn.local.template.StreamConsumer.Failure;
import java.time.Instant;
import java.util.List;

/// What to do about a batch on which the function failed.
///
/// https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
sealed interface Remedy {
    /// Not any more.
    ///
    /// @param batch these records
    /// @param condition why, in Lambda's words
    record GiveUp(Batch batch, String condition) implements Remedy {}

    /// Once more, after a pause.
    ///
    /// @param batches one after the other
    record TryAgain(List<Batch> batches) implements Remedy {
        /// Copies what it is given.
        public TryAgain {
            batches = List.copyOf(batches);
        }
    }

    /// @param batch that was tried
    /// @param first of its records that failed; those before it are handled
    /// @param settings the consumer's
    /// @param now by the store's clock, which stamps the records
    static Remedy of(Batch batch, int first, Failure settings, Instant now) {
        Batch rest = batch.from(first);
        int expired = settings.age().map(age -> rest.olderThan(now.minus(age))).orElse(0);
        if (expired > 0) {
            return new GiveUp(rest.before(expired), "RecordAgeExceeded");
        }
        // Halving counts as no attempt, nor does going on where the function stopped.
        if (settings.bisects() && first > 0) {
            return new TryAgain(List.of(rest));
        }
        if (settings.bisects() && rest.size() > 1) {
            int middle = rest.size() / 2;
            return new TryAgain(List.of(rest.before(middle), rest.from(middle)));
        }
        return settings.attempts().filter(most -> rest.failures() >= most).isPresent()
                ? new GiveUp(rest, "RetryAttemptsExhausted")
                : new TryAgain(List.of(rest.failedOnceMore()));
    }
}
