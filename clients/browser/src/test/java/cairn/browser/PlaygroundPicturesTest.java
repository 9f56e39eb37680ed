package cairn.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;

/// The pictures of the playground in `docs/screenshots`: taken in every run, written with `-Dscreenshots=write`.
class PlaygroundPicturesTest extends OnThePlayground {
    private static final int MOST_BYTES = 150_000;

    @Test
    void somebodyOnTheirWayWithStonesOfEveryKind() throws Exception {
        playground.open(
                "?program=skin&startedOn=2027-03-07&zone=Europe/Berlin&plan=free,pro@2027-03-30&at=2027-03-14T08:00:00Z");
        playground.answer().until(() -> playground.stones().contains("day-7 completed"));
        playground.press(Keys.PAGE_UP, Keys.ARROW_RIGHT);
        playground
                .find("cairn-check-in")
                .getShadowRoot()
                .findElement(By.cssSelector("button.quiet"))
                .click();
        playground.until(() -> playground.stones().contains("day-15 dismissed"));
        playground.press(Keys.PAGE_UP, Keys.PAGE_UP, Keys.ARROW_RIGHT);
        playground.answer().until(() -> playground.stones().contains("day-30 completed"));
        playground.press(Keys.PAGE_UP, Keys.PAGE_UP);
        playground.expect(() -> assertThat(playground.stones())
                .startsWith(
                        "day-7 completed",
                        "day-15 dismissed",
                        "day-30 completed",
                        "weekly-2027-04-13 missed",
                        "weekly-2027-04-20 open",
                        "weekly-2027-04-27 upcoming"));

        playground.script("document.activeElement.blur()");
        driver().executeCdpCommand("Emulation.setScrollbarsHidden", Map.of("hidden", true));
        for (String scheme : new String[] {"light", "dark"}) {
            see(1160, scheme);
            playground.script("scrollTo(0, 70)");
            fits();
            take("playground-desktop-" + scheme, 1160);
            see(390, scheme);
            playground.script("document.querySelector('.picture').scrollIntoView()");
            fits();
            take("playground-phone-" + scheme, 390);
        }
    }

    /// Once the picture has the window's width, now is where the line is.
    private void fits() {
        playground.until(() -> playground.isTrue("""
            const [handle, line] = ['#now', 'line.now'].map(name => document.querySelector(name).getBoundingClientRect());
            return Math.abs(handle.x - line.x - line.width / 2) < 2 && line.x < innerWidth
                && document.querySelector('#stage').classList.contains('settled')
            """));
    }

    private static void take(String name, int width) throws IOException {
        byte[] picture = driver().getScreenshotAs(OutputType.BYTES);
        assertThat(ImageIO.read(new ByteArrayInputStream(picture)).getWidth()).isEqualTo(width);
        assertThat(picture.length).isLessThan(MOST_BYTES);
        Pictures.keep(name, picture);
    }
}
