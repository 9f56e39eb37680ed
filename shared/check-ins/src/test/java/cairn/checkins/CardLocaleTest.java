package cairn.checkins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// In which of its languages a card is shown (RFC 4647, lookup).
class CardLocaleTest {
    private static final Localized TEXT = new Localized(
            Map.of("en", "a", "de", "b", "it", "c", "id", "d", "pt-BR", "e", "zh-Hant", "f", "sr-Latn-RS", "g"));
    private static final Card CARD = new Card("en", TEXT, TEXT, List.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        de                          | de
        DE                          | de
        de-AT                       | de
        de-AT-1996                  | de
        pt-BR                       | pt-BR
        pt-br                       | pt-BR
        pt                          | en
        zh                          | en
        zh-TW                       | zh-Hant
        zh-HK, en;q=0.5             | zh-Hant
        zh-MO                       | zh-Hant
        zh-Hant                     | zh-Hant
        zh-CN                       | en
        zh-SG, de                   | de
        de-AT;q=0, it;q=0.5         | it
        it, de;q=0                  | it
        de-AT, de;q=0, it;q=0.1     | it
        *;q=0                       | en
        de, *;q=0                   | de
        *-AT, it                    | it
        de-*-AT                     | de
        zh-Hans-CN                  | en
        zh-Hant-TW                  | zh-Hant
        sr-latn-rs                  | sr-Latn-RS
        fr, de;q=0.5                | de
        fr, ja                      | en
        it;q=0.4, de;q=0.6          | de
        it;q=0.6, de;q=0.4          | it
        it, de                      | it
        de, it                      | de
        fr-CH, pt-BR;q=0.9, *;q=0.1 | pt-BR
        *                           | en
        *, de;q=0.5                 | de
        """)
    void theFirstOfTheWantedThatIsThereIsShown(String wanted, String shown) {
        assertThat(CARD.localeFor(Locale.LanguageRange.parse(wanted))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        zh-TW      | zh Hant        | en zh zh-Hans zh-Hant
        zh-TW      | zh-TW          | en zh zh-TW
        zh-TW      | zh             | en zh zh-Hans
        zh-CN      | zh-Hans        | en zh zh-Hans zh-Hant
        zh-Hant-HK | zh-HK          | en zh-HK zh-TW
        nb-NO      | no             | en no nn
        no         | nb             | en nb nn
        nn-NO      | no             | en no
        sr-RS      | sr             | en sr sr-Latn
        de-u-co-phonebk | de-u-co-phonebk | en de de-u-co-phonebk
        de-AT-u-co-phonebk | de       | en de
        """)
    void aLanguageThatIsNotThereIsLookedForInItsParents(String wanted, String shown, String there) {
        Map<String, String> texts = Stream.of(there.split(" ")).collect(Collectors.toMap(tag -> tag, tag -> tag));
        Card card = new Card("en", new Localized(texts), new Localized(texts), List.of());

        assertThat(card.localeFor(Locale.LanguageRange.parse(wanted))).isEqualTo(shown.replace(' ', '-'));
    }

    @Test
    void rangesAreTakenInTheOrderOfTheListWhateverTheirWeights() {
        List<Locale.LanguageRange> member = Locale.LanguageRange.parse("it;q=0.1");
        List<Locale.LanguageRange> request = Locale.LanguageRange.parse("de");

        assertThat(CARD.localeFor(List.of(member.getFirst(), request.getFirst())))
                .isEqualTo("it");
    }

    @Test
    void whoWantsNothingGetsTheDefault() {
        assertThat(CARD.localeFor(List.of())).isEqualTo("en");
        assertThat(new Card("de", TEXT, TEXT, List.of()).localeFor(List.of())).isEqualTo("de");
    }

    @ParameterizedTest
    @CsvSource({"IT, it", "ID, id", "PT-BR, pt-BR", "it-IT, it", "ZH-HANT, zh-Hant"})
    @DefaultLocale("tr-TR")
    void aMachineInTurkeyFindsTheSame(String wanted, String shown) {
        assertThat("I".toLowerCase(Locale.getDefault())).as("this machine").isEqualTo("ı");
        assertThat(CARD.localeFor(Locale.LanguageRange.parse(wanted))).isEqualTo(shown);
    }

    @Test
    void aTextIsThereInTheCardsLanguagesAndNoOther() {
        assertThat(TEXT.in("pt-BR")).isEqualTo("e");
        assertThat(CARD.locales()).contains("en", "sr-Latn-RS").hasSize(7);
        assertThatIllegalArgumentException().isThrownBy(() -> TEXT.in("fr")).withMessageContaining("fr");
    }
}
