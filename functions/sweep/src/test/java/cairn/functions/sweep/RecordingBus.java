package cairn.functions.sweep;

import cairn.checkins.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// A bus that remembers what it took, call by call.
final class RecordingBus implements UnaryOperator<List<Happening>> {
    final List<Happening> taken = new ArrayList<>();
    Predicate<Happening> refuses = _ -> false;
    /// What happens once it has taken something.
    Runnable then = () -> {};

    @Override
    public List<Happening> apply(List<Happening> told) {
        List<Happening> notTaken = told.stream().filter(refuses).toList();
        taken.addAll(told.stream().filter(one -> !notTaken.contains(one)).toList());
        then.run();
        return notTaken;
    }

    List<String> ids() {
        return taken.stream().map(Happening::id).toList();
    }

    /// To whom it was said that their card is there.
    List<String> members() {
        return taken.stream()
                .map(one -> String.valueOf(one.detail().get("memberId")))
                .toList();
    }
}
