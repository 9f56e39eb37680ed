package cairn.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// The page as it is seen, heard, and taken along.
class PlaygroundLooksTest extends OnThePlayground {
    private static final String PRO =
            "?program=skin&startedOn=2027-03-07&zone=Europe/Berlin&plan=free,pro@2027-03-30&at=2027-04-14T09:00:00Z";

    @ParameterizedTest
    @CsvSource({"390, light", "390, dark", "1280, light", "1280, dark"})
    void itHasNoAccessibilityViolationAndFitsTheWindow(int width, String scheme) throws Exception {
        see(width, scheme);
        playground.open(PRO);
        if (!playground.find("#reasons").isDisplayed()) {
            playground.click("#why");
        }
        playground.click("#race");
        playground.until(() -> !playground.text("#tabs .outcome").isEmpty());
        playground.write("#draft-window", "P0D");
        playground.until(() -> !playground.text("#draft-window-fault").isEmpty());

        assertThat(violations()).isEmpty();
        playground.expect(() -> assertThat(playground.isTrue(
                        "const {scrollWidth, clientWidth} = document.documentElement; return scrollWidth <="
                                + " clientWidth"))
                .isTrue());
        playground.expect(() -> assertThat(playground.find("body").getText())
                .doesNotContain("undefined", "NaN", "[object", "null,", "Invalid Date"));
    }

    @Test
    void theExportedPictureStandsAlone() throws Exception {
        see(1280, "light");
        playground.open(PRO);
        // What would be saved, without a folder to look for it in.
        playground.script("""
            const make = URL.createObjectURL;
            URL.createObjectURL = (blob) => (window.saved = blob.text(), make.call(URL, blob));
            document.addEventListener('click', (event) => event.target.download && (window.savedAs = event.target.download), true);
            HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };
            """);
        playground.click("#export");
        playground.until(() -> playground.isTrue("return Boolean(window.saved && window.savedAs)"));
        String text = String.valueOf(playground.script("return window.saved"));

        assertThat(playground.script("return window.savedAs")).isEqualTo("cairn-skin-2027-03-07.svg");
        Document picture = wellFormed(text);
        assertThat(picture.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("skin, from 7 March 2027");
        assertThat(picture.getElementsByTagName("desc").item(0).getTextContent())
                .contains("Now is Wednesday, 14 April 2027, day 38; weekly-2027-04-13 is open.");
        assertThat(text).doesNotContain("<script", "<style", "url(", "var(", "light-dark(", "oklab");
        for (Element element : elements(picture)) {
            assertThat(element.getTagName())
                    .isIn("svg", "title", "desc", "g", "path", "rect", "line", "circle", "ellipse", "text");
            for (int at = 0; at < element.getAttributes().getLength(); at++) {
                assertThat(element.getAttributes().item(at).getNodeName())
                        .isNotIn("class", "style", "href", "xlink:href", "src")
                        .doesNotStartWith("on");
                assertThat(element.getAttributes().item(at).getNodeValue()).doesNotContain("NaN", "undefined");
            }
        }
        // As an image it may load nothing and run nothing; so this is what any viewer shows.
        assertThat(coloursOf(text)).contains("147,72,42", "228,217,203").hasSizeGreaterThan(8);
    }

    @Test
    void whileCairnDoesNotAnswerItSaysSoCalmlyAndGoesOnByItself() {
        playground.open("?program=skin&startedOn=2027-03-07&zone=UTC&plan=free&at=2027-03-08T09:00:00Z");
        offline(true);
        playground.find("#now").sendKeys(Keys.PAGE_UP, Keys.ENTER);
        playground.untilTextOf("#banner", "Cairn does not answer");
        playground.expect(() ->
                assertThat(playground.find("body").getText()).doesNotContain("undefined", "NaN", "Failed to fetch"));

        offline(false);
        playground.until(() -> !playground.find("#banner").isDisplayed()).arrived();
        playground.until(() -> playground.card().startsWith("Sunday, March 14"));
    }

    @Test
    void nothingMovesForWhoeverWantsNothingToMove() {
        playground.open(PRO);
        playground.expect(() -> assertThat(transition()).isNotEqualTo("0s"));
        media("prefers-reduced-motion", "reduce");
        playground.expect(() -> assertThat(transition()).isEqualTo("0s"));
    }

    private String transition() {
        return playground
                .texts("return getComputedStyle(document.querySelector('.stone')).transitionDuration.split(',')")
                .getFirst();
    }

    private List<String> violations() throws IOException {
        try (InputStream script = Objects.requireNonNull(getClass().getResourceAsStream("/axe.min.js"))) {
            driver().executeScript(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        return playground.texts("""
            return axe.run().then(({passes, violations}) => {
              if (passes.length < 20) throw new Error('axe looked at next to nothing');
              return violations.map(({id, nodes}) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
            })
            """);
    }

    private List<String> coloursOf(String picture) {
        return playground.texts("""
            return (async () => {
              const image = new Image();
              image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(arguments[0])}`;
              await image.decode();
              const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
              const context = canvas.getContext('2d');
              context.drawImage(image, 0, 0);
              const {data} = context.getImageData(0, 0, canvas.width, canvas.height);
              const colours = new Set();
              for (let at = 0; at < data.length; at += 4) {
                colours.add(data.slice(at, at + 3).join());
              }
              return [...colours];
            })()
            """, picture);
    }

    private static Document wellFormed(String text) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Document document) {
        NodeList all = document.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int at = 0; at < all.getLength(); at++) {
            elements.add((Element) all.item(at));
        }
        return elements;
    }
}
