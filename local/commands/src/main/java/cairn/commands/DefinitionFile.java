package cairn.commands;

import cairn.checkins.CheckInProgram;
import cairn.lambda.BadRequest;
import cairn.lambda.JsonBody;
import cairn.lambda.ProgramReader;
import cairn.timeline.Fault;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A program's definition, read from a file.
final class DefinitionFile {
    private DefinitionFile() {}

    sealed interface Reading {}

    record Sound(CheckInProgram program) implements Reading {}

    record Faulty(Path file, List<Fault> faults) implements Reading {
        /// For a human, a line for each fault.
        String text() {
            StringBuilder text = new StringBuilder();
            faults.forEach(fault ->
                    text.append(Terminal.inLine(file + " " + fault.line())).append('\n'));
            return text.toString();
        }
    }

    /// The name a deployment would give it.
    static String nameOf(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
    }

    static Reading read(Path file, String name) throws IOException {
        try {
            JsonBody body = JsonBody.parse(text(file));
            CheckInProgram program = ProgramReader.read(body, name);
            List<Fault> faults = body.faults();
            return program == null || !faults.isEmpty() ? new Faulty(file, faults) : new Sound(program);
        } catch (BadRequest unreadable) {
            return new Faulty(file, unreadable.faults());
        }
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(FileLines.noDirectory(file));
        } catch (CharacterCodingException notUtf8) {
            throw new Unusable(file + " is not UTF-8", notUtf8);
        }
    }
}
