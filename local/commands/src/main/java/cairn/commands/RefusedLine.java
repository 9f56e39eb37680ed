package cairn.commands;

import cairn.timeline.Fault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A line that cannot be taken, with all that is wrong with it.
///
/// @param kind empty if even that is not known
record RefusedLine(int number, Optional<Kind> kind, List<Fault> faults) {
    RefusedLine {
        faults = List.copyOf(faults);
    }

    /// For a human: one line, whatever it quotes.
    String text() {
        return Terminal.inLine(
                "line " + number + ": " + faults.stream().map(Fault::line).collect(Collectors.joining("; ")));
    }
}
