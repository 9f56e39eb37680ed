package cairn.lambda;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Bytes as text, or not at all. [String#String(byte\[\], java.nio.charset.Charset)] puts U+FFFD in the place
/// of what it cannot read, which nobody has sent.
final class Utf8 {
    private Utf8() {}

    /// Empty if these bytes are not UTF-8.
    static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}
