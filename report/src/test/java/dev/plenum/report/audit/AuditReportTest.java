package dev.plenum.report.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.Shape;
import dev.plenum.datasets.audit.AuditedImage;
import dev.plenum.datasets.audit.DatasetAudit;
import dev.plenum.datasets.audit.ImageGroup;
import dev.plenum.datasets.audit.ImageSizes;
import dev.plenum.datasets.audit.Preview;
import dev.plenum.report.Browser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditReportTest {
  @TempDir
  Path folder;

  private static AuditedImage image(String part, String className, int number) {
    byte[] pixels = new byte[3 * 40 * 60];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i * (number + 1));
    }
    return new AuditedImage(
        part,
        "%s/%s/%s.png".formatted(part, className, "picture-with-a-long-name-".repeat(3) + number),
        className,
        400,
        600,
        Optional.of(new Preview(Shape.of(40, 60, 3), pixels)));
  }

  private static DatasetAudit audit(List<String> broken, List<ImageGroup> groups) {
    List<String> classNames = List.of("cat", "Cat", "<script>alert(1)</script>");
    Map<String, List<Integer>> counts = new LinkedHashMap<>();
    counts.put("train", List.of(5000, 12, 100));
    counts.put("test", List.of(50, 1, 10));
    Map<String, List<AuditedImage>> samples = new LinkedHashMap<>();
    for (String name : classNames) {
      List<AuditedImage> some = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        some.add(image("train", name, i));
      }
      samples.put(name, some);
    }
    return new DatasetAudit(
        "photos",
        "images",
        classNames,
        counts,
        broken,
        new ImageSizes(
            List.of(new ImageSizes.Size(400, 600, 5000), new ImageSizes.Size(4, 6, 173)), 0, 5173),
        groups,
        groups,
        List.of(),
        List.of(),
        groups.isEmpty() ? List.of() : List.of(image("train", "cat", 5)),
        List.of(List.of("cat", "Cat")),
        samples,
        0);
  }

  private static DatasetAudit bad() {
    return audit(
        List.of("photos/train/cat/7.png: expected a complete PNG image, but it is cut off"),
        List.of(new ImageGroup(
            List.of(image("train", "cat", 1), image("train", "Cat", 2), image("test", "cat", 3)))));
  }

  private static String printed(DatasetAudit audit) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new AuditReport(audit).print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theTextSaysWhatWasFoundTheWorstFirst() {
    String text = printed(bad());

    List<String> lines = text.lines().toList();
    assertEquals("photos: 5,173 images of 3 classes", lines.get(0));
    assertEquals("This is worth a look before training:", lines.get(1));
    assertEquals(
        "1 file cannot be used; no model can be trained before it is repaired or removed.",
        lines.get(2));
    assertEquals(
        "1 image to measure by has the pixels of a training image, so that what is measured is too good.",
        lines.get(3));
    assertTrue(text.contains("2 images are copies of others, pixel by pixel.\n"), text);
    assertTrue(text.contains("1 image is in several classes at once"), text);
    assertTrue(
        text.contains("Classes are uneven: 'cat' has 5,000 training images, 'Cat' has 12.\n"),
        text);
    assertTrue(text.contains("Names of classes are nearly the same: 'cat', 'Cat'.\n"), text);
    assertTrue(text.contains("  photos/train/cat/7.png: expected a complete PNG image"), text);
    assertTrue(text.lines().anyMatch(line -> line.matches("cat +5,000 +50")), text);
  }

  @Test
  void thePageIsWellFormedWhateverClassesAreCalled() throws Exception {
    new AuditReport(bad()).writeTo(folder);

    String page = Files.readString(folder.resolve(AuditReport.FILE));
    String document = page.replace("<!DOCTYPE html>", "");
    int images = DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)))
        .getElementsByTagName("img")
        .getLength();
    assertEquals(3 * 12 + 2 * 3 + 1, images);
    assertFalse(page.contains("<script"), "names are texts");
    assertFalse(page.contains("http"), "nothing is loaded from elsewhere");
  }

  @Test
  void thePageFitsNarrowAndWideScreensInLightAndDark() throws IOException {
    String page = AuditPage.of(bad());
    for (int width : new int[] {360, 1280}) {
      for (boolean isDark : new boolean[] {false, true}) {
        Browser.Page seen = new Browser(folder)
            .open(
                page,
                width,
                isDark,
                List.of("loaded=[...page.images].filter(one => one.naturalWidth > 0).length"));
        assertEquals(0, seen.seen("hidden"), "the page must not scroll sideways");
        assertEquals(3 * 12 + 2 * 3 + 1, seen.seen("loaded"));
        assertFalse(seen.errors().contains("CONSOLE"), seen.errors());
      }
    }
  }
}
