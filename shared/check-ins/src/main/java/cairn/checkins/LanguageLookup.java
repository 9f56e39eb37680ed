package cairn.checkins;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the language to show, as RFC 4647 (3.4, lookup) does: `de-AT` finds `de`. Beyond the RFC it knows what the
/// JDK knows of a language's parents: `zh-TW` finds `zh-Hant` before `zh`, and `nb` finds `no`. [Locale#lookupTag] does
/// not, and its cost grows with the cube of a range's subtags.
final class LanguageLookup {
    private static final ResourceBundle.Control PARENTS =
            ResourceBundle.Control.getControl(ResourceBundle.Control.FORMAT_DEFAULT);

    private LanguageLookup() {}

    /// @param wanted in the order of preference; `*` finds nothing, and what is wanted with weight 0 is not shown
    /// @param there  BCP 47 tags in their canonical form
    static Optional<String> find(List<Locale.LanguageRange> wanted, Set<String> there) {
        List<String> unwanted = wanted.stream()
                .filter(range -> range.getWeight() == 0)
                .map(Locale.LanguageRange::getRange)
                .toList();
        Map<String, String> acceptable = there.stream()
                .filter(tag -> unwanted.stream().noneMatch(range -> covers(range, lowerCase(tag))))
                .collect(Collectors.toMap(LanguageLookup::lowerCase, Function.identity()));
        return wanted.stream()
                .filter(range -> range.getWeight() > 0)
                .flatMap(range -> candidates(range.getRange()))
                .flatMap(tag -> Optional.ofNullable(acceptable.get(lowerCase(tag))).stream())
                .findFirst();
    }

    /// The range itself, then what is less special, nearest first.
    private static Stream<String> candidates(String range) {
        if (range.startsWith("*")) {
            return Stream.empty();
        }
        String tag = range.replace("-*", "");
        return Stream.concat(
                Stream.of(tag),
                PARENTS.getCandidateLocales("", Locale.forLanguageTag(tag)).stream()
                        .map(Locale::toLanguageTag));
    }

    /// RFC 4647, 3.3.1: basic filtering.
    private static boolean covers(String range, String tag) {
        return tag.equals(range) || tag.startsWith(range + "-");
    }

    private static String lowerCase(String tag) {
        return tag.toLowerCase(Locale.ROOT);
    }
}
