package dev.plenum.report.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.data.Dataset;
import dev.plenum.experiment.TinyMnist;
import dev.plenum.experiment.reference.Reproductions;
import dev.plenum.report.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, where this machine has one. */
class ReproductionInBrowserTest {
  private static final Dataset TEST = TinyMnist.dataset(TinyMnist.TEST, 2);
  private static final List<String> MEASURES = List.of(
      "charts=" + Browser.CHARTS,
      "letters=Math.min(...[...page.querySelectorAll('svg text')]"
          + ".filter(text => text.textContent !== 'accuracy')"
          + ".map(text => text.getBoundingClientRect().height))",
      "columns=view.getComputedStyle(page.querySelector('.gallery'))"
          + ".gridTemplateColumns.split(' ').length",
      "pictures=[...page.images].filter(image => image.width > 150).length",
      "ground=view.getComputedStyle(page.body).backgroundColor.match(/[0-9]+/)[0]");

  @TempDir
  Path folder;

  private Browser.Page open(int width, boolean isDark) throws IOException {
    new Report(
            Reproductions.published(),
            Map.of("dense", Reproductions.NETWORK),
            TEST,
            Optional.of(Reproductions.evaluation(TEST, 12)))
        .writeTo(folder);
    String html = Files.readString(folder.resolve("report.html"));
    return new Browser(folder).open(html, width, isDark, MEASURES);
  }

  @Test
  void thePageFitsAPhoneAndItsChartsCanBeRead() throws IOException {
    Browser.Page page = open(360, false);
    assertEquals(0, page.seen("hidden"), "the page must not scroll sideways");
    assertEquals(3, page.seen("charts"));
    assertTrue(page.seen("letters") >= 11, page.document());
    assertFalse(page.errors().contains("CONSOLE"), page.errors());
  }

  @Test
  void theGalleryHasAsManyColumnsAsThereIsRoomFor() throws IOException {
    assertEquals(3, open(360, false).seen("columns"));
    assertTrue(open(1280, false).seen("columns") > 8);
  }

  @Test
  void nothingGlaresInTheDark() throws IOException {
    Browser.Page page = open(1280, true);
    assertTrue(page.seen("ground") < 40, page.document());
    assertEquals(0, page.seen("pictures"), "charts must not be pictures on white");
  }
}
