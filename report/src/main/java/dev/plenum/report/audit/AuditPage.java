package dev.plenum.report.audit;

import dev.plenum.datasets.audit.AuditedImage;
import dev.plenum.datasets.audit.DatasetAudit;
import dev.plenum.datasets.audit.ImageGroup;
import dev.plenum.datasets.audit.Preview;
import dev.plenum.report.Thumbnails;
import dev.plenum.report.page.Html;
import dev.plenum.report.page.HtmlPage;
import dev.plenum.report.page.PixelImages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An audit as one HTML page that needs no other file. */
final class AuditPage {
  private static final int MOST_SHOWN = 60;

  private final DatasetAudit audit;

  private AuditPage(DatasetAudit audit) {
    this.audit = audit;
  }

  static String of(DatasetAudit audit) {
    return new AuditPage(audit).page().toString();
  }

  private HtmlPage page() {
    AuditTables tables = new AuditTables(audit);
    HtmlPage page = new HtmlPage("Audit of " + audit.name()).verdict(verdict());
    if (!audit.brokenFiles().isEmpty()) {
      page.section("Files that cannot be used", tables.brokenFiles().toHtml());
    }
    groups(page, "Copies, pixel by pixel", audit.duplicates());
    groups(page, "Images that look alike", audit.nearDuplicates());
    images(page, "Images of one colour", audit.constant());
    images(page, "Images that are almost blank", audit.nearlyBlank());
    images(page, "Turned or mirrored, as their files say", audit.turned());
    return page.section("Classes", tables.classes().toHtml())
        .section("Samples of each class", samples())
        .section("Sizes", tables.sizes().toHtml());
  }

  private List<Html> verdict() {
    List<String> findings = AuditFindings.of(audit);
    List<Html> paragraphs = new ArrayList<>();
    paragraphs.add(Html.element("p", Html.element("strong", findings.get(0))));
    paragraphs.addAll(HtmlPage.paragraphs(findings.subList(1, findings.size())));
    return paragraphs;
  }

  private static void groups(HtmlPage page, String heading, List<ImageGroup> groups) {
    if (!groups.isEmpty()) {
      List<Html> parts = new ArrayList<>();
      groups.stream().limit(MOST_SHOWN).forEach(group -> parts.add(gallery(group.images())));
      addRest(parts, groups.size(), "groups");
      page.section(heading, parts);
    }
  }

  private static void images(HtmlPage page, String heading, List<AuditedImage> images) {
    if (!images.isEmpty()) {
      List<Html> parts = new ArrayList<>();
      parts.add(gallery(images.stream().limit(MOST_SHOWN).toList()));
      addRest(parts, images.size(), "images");
      page.section(heading, parts);
    }
  }

  private static void addRest(List<Html> parts, int all, String what) {
    if (all > MOST_SHOWN) {
      String text = String.format(Locale.ROOT, "… and %,d more %s", all - MOST_SHOWN, what);
      parts.add(Html.element("p", text));
    }
  }

  private List<Html> samples() {
    List<Html> parts = new ArrayList<>();
    audit.samples().forEach((className, images) -> {
      parts.add(Html.element("h3", className));
      parts.add(
          images.isEmpty()
              ? Html.element("p", "There is no image of this class.")
              : PixelImages.gallery(images.stream().map(AuditPage::sample).toList()));
    });
    return parts;
  }

  private static Html sample(AuditedImage image) {
    return picture(image).orElse(Html.text(""));
  }

  /** Images with a preview come as such, others as names alone. */
  private static Html gallery(List<AuditedImage> images) {
    return PixelImages.gallery(images.stream()
        .map(image -> Html.all(List.of(
            picture(image).orElse(Html.text("")),
            words("class", image.className()),
            words("name", image.part() + ", " + image.name()))))
        .toList());
  }

  private static Optional<Html> picture(AuditedImage image) {
    return image.preview().map(preview -> PixelImages.of(png(preview), image.name()));
  }

  private static byte[] png(Preview preview) {
    return new Thumbnails(preview.shape()).picture(preview.pixels()).png();
  }

  private static Html words(String kind, String text) {
    return Html.tag("span").attribute("class", kind).with(Html.text(text));
  }
}
