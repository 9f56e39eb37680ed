package cairn.checkins;

import java.util.Map;

/// One text in several languages.
///
/// @param texts by BCP 47 language tag
public record Localized(Map<String, String> texts) {
    public Localized {
        texts = Map.copyOf(texts);
    }

    /// The text in one of its languages.
    ///
    /// @throws IllegalArgumentException if there is no text of that locale
    public String in(String locale) {
        String text = texts.get(locale);
        if (text == null) {
            throw new IllegalArgumentException("no text in " + locale);
        }
        return text;
    }
}
