package cairn.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                | '-'                                 |
           de   |                                     | de
                | de                                  | de
                | de-AT,de;q=0.8,en;q=0.5             | de-at de en
                | en;q=0.5,de-AT,de;q=0.8             | de-at de en
           ja   | de-AT,de;q=0.8                      | ja de-at de
           de   | en;q=1.0                            | de en
           pt-BR| *                                   | pt-br *
        """)
    void theMembersOwnComesBeforeThoseOfTheRequest(
            @Nullable String ofMember, @Nullable String acceptLanguage, @Nullable String expected) {
        assertThat(Languages.wanted(ofMember, acceptLanguage).stream()
                        .map(Locale.LanguageRange::getRange)
                        .toList())
                .isEqualTo(expected == null ? List.of() : List.of(expected.split(" ", -1)));
    }

    @Test
    void noWishIsNoLanguage() {
        assertThat(Languages.wanted(null, null)).isEmpty();
    }

    @ParameterizedTest(name = "[{0}]")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ja_JP, ja;q=0.9          | ja-jp ja
        ja_JP;q=0.8, de          | de ja-jp
        de,,en                   | de en
        de, -, en                | de en
        de, english language, en | de en
        de, en-abcdefghi, fr     | de fr
        de;q=2, en               | en
        de;q=x, en               | en
        de;q=NaN, en             | en
        de;q=-1, en              | en
        de;q=1e-1, en            | en
        de;level=1, en           | en
        de-, en                  | en
        *-, en                   | en
        肌, en                   | en
        en ; q = 0.5 , de        | de en
        en;Q=0.5,de              | de en
        en;q=1., de;q=1.000      | en de
        """)
    void anElementThatIsNoRangeIsPassedOverAlone(String header, String expected) {
        assertThat(ranges(header)).containsExactly(expected.split(" ", -1));
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(strings = {"", " ", "-", "--", ",", ";", ";q=1", "de;q=2", "de;q=x", "de-", "de\u0000", "肌", "*-"})
    void aHeaderWithoutAnyRangeIsNone(String header) {
        assertThat(Languages.wanted("ja", header))
                .extracting(Locale.LanguageRange::getRange)
                .containsExactly("ja");
    }

    @Test
    void aRangeIsAsLongAsALocaleMayBe() {
        String longest = "de-abcdefgh-bcdefghi-cdefghij-abcde";
        assertThat(longest).hasSize(35);

        assertThat(ranges(longest + ", en")).containsExactly(longest, "en");
        assertThat(ranges(longest + "f, en")).containsExactly("en");
        assertThat(ranges("zh" + "-abc".repeat(1500) + ", en")).isEmpty();
        assertThat(ranges("en, zh" + "-abc".repeat(1500))).containsExactly("en");
    }

    @Test
    void twentyRangesAreReadAndThoseAfterThemCountAsNotSent() {
        String twenty =
                IntStream.range(0, 20).mapToObj(i -> "l" + (char) ('a' + i)).collect(Collectors.joining(","));

        assertThat(ranges(twenty + ",de")).startsWith("la").contains("lt").doesNotContain("de");
        assertThat(ranges("de-" + "x".repeat(40) + ",,肌," + twenty))
                .as("what is no range is not counted")
                .contains("lt");
    }

    @Test
    void aThousandCharactersAreReadAndWhatIsCutInTwoCountsAsNotSent() {
        assertThat(ranges(" ".repeat(998) + "de")).containsExactly("de");
        assertThat(ranges(" ".repeat(998) + "de,en")).containsExactly("de");
        assertThat(ranges("en," + " ".repeat(995) + "de")).containsExactly("en", "de");
        assertThat(ranges("en," + " ".repeat(995) + "de-AT")).containsExactly("en");
        assertThat(ranges("en;q=0.5," + " ".repeat(985) + "de;q=0.1")).containsExactly("en");
    }

    private static List<String> ranges(String header) {
        return Languages.wanted(null, header).stream()
                .map(Locale.LanguageRange::getRange)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
        en,                             en
        EN-us,                          en-US
        pt-br,                          pt-BR
        ID,                             id
        zh-hant-hk,                     zh-Hant-HK
        en_US,                          en-US
        zh_TW,                          zh-TW
        zh_Hant_TW,                     zh-Hant-TW
        zh-Hant_TW,                     zh-Hant-TW
        es_419,                         es-419
        en_US_POSIX,                    en-US-POSIX
        en_US.UTF-8,                    en-US
        C.UTF-8,                        ,
        sr_RS@latin,                    sr-RS
        de_DE.UTF-8@euro,               de-DE
        en_US@calendar=buddhist,        en-US
        zh_TW@collation=stroke;currency=TWD, zh-TW
        zh_TW_#Hant,                    zh-Hant-TW
        zh__#Hans,                      zh-Hans
        ar__#u-nu-latn,                 ar-u-nu-latn
        en_US_#u-fw-sun,                en-US-u-fw-sun
        th_TH_#Thai_u-nu-thai,          th-Thai-TH-u-nu-thai
        zh-Hant-TW-u-ca-roc-fw-sun-mu-celsius, zh-Hant-TW
        de-x-abcdefgh-abcdefgh-abcdefgh-abcdefgh, de
        """)
    void aTagHasOneForm(String locale, @Nullable String expected) {
        assertThat(Languages.canonicalTag(locale)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "",
                "und",
                "x",
                "C",
                "e",
                "*",
                "_US",
                "en__US",
                "en_US_",
                ".UTF-8",
                "#Hant",
                "english language",
                "anna@example.com",
                "en@example.com",
                "de_DE.UTF-8@euro@latin",
                "en@",
                "en.",
                "sl-rozaj-solba-1994-abcdefgh-ijklmnop"
            })
    void whatIsNoTagIsNull(String text) {
        assertThat(Languages.canonicalTag(text)).isNull();
    }

    @Test
    void noLocaleIsLongerThanTwoHundredAndFiftyFiveCharacters() {
        String extended = "en-x-" + "abc-".repeat(62) + "ab";
        assertThat(extended).hasSize(255);
        assertThat(Languages.canonicalTag(extended)).isEqualTo("en");
        assertThat(Languages.canonicalTag(extended + "c")).isNull();
    }
}
