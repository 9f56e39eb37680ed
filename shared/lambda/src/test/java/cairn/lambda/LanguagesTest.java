package cairn.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
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
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "--",
                ",",
                ";",
                ";q=1",
                "de;q=2",
                "de;q=x",
                "de,,en",
                "de-",
                "en_US",
                "de\u0000",
                "肌",
                "*-"
            })
    void aHeaderThatCannotBeReadCountsAsNone(String header) {
        assertThat(Languages.wanted("ja", header))
                .extracting(Locale.LanguageRange::getRange)
                .containsExactly("ja");
    }

    @Test
    void aHeaderAsLongAsTheGatewayLetsThroughIsReadInTime() {
        assertThat(Languages.wanted(null, "de-AT,".repeat(1700) + "en"))
                .extracting(Locale.LanguageRange::getRange)
                .contains("de-at", "en");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        en,         en
        EN-us,      en-US
        pt-br,      pt-BR
        ID,         id
        zh-hant-hk, zh-Hant-HK
        """)
    void aTagHasOneForm(String tag, String expected) {
        assertThat(Languages.canonicalTag(tag)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(strings = {"", "und", "x", "en_US", "e", "*", "de-x-abcdefgh-abcdefgh-abcdefgh-abcdefgh"})
    void whatIsNoTagIsNull(String text) {
        assertThat(Languages.canonicalTag(text)).isNull();
    }
}
