package cairn.lambda;

import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which languages a reader wants, in their order: the member's own, then those of the request.
public final class Languages {
    private static final int LONGEST_TAG = 35;

    private Languages() {}

    /// @param ofMember       a BCP 47 tag; null if they named none
    /// @param acceptLanguage the request's header; one that cannot be read counts as none
    public static List<Locale.LanguageRange> wanted(@Nullable String ofMember, @Nullable String acceptLanguage) {
        List<Locale.LanguageRange> wanted = new ArrayList<>();
        if (ofMember != null) {
            wanted.addAll(ranges(ofMember));
        }
        if (acceptLanguage != null) {
            wanted.addAll(ranges(acceptLanguage));
        }
        return wanted;
    }

    private static List<Locale.LanguageRange> ranges(String text) {
        try {
            return Locale.LanguageRange.parse(text);
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }

    /// The tag as BCP 47 writes it (`pt-br` is `pt-BR`), or null if it is none.
    static @Nullable String canonicalTag(String text) {
        try {
            String tag = new Locale.Builder().setLanguageTag(text).build().toLanguageTag();
            return tag.length() > LONGEST_TAG || tag.equals("und") ? null : tag;
        } catch (IllformedLocaleException notATag) {
            return null;
        }
    }
}
