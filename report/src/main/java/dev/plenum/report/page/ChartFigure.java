package dev.plenum.report.page;

import dev.plenum.report.Chart;
import java.util.List;
import java.util.function.Supplier;

/** Charts within a page: sharp at any size, in the page's colours. */
public final class ChartFigure {
  private ChartFigure() {}

  /**
   * A chart with its caption.
   *
   * @param id unique in the page; letters, digits and hyphens
   * @param caption what stands above it
   * @param description what it shows, for those who cannot see it
   */
  public static Html of(String id, String caption, String description, Chart chart) {
    return Html.tag("figure")
        .attribute("class", "chart")
        .with(Html.element("figcaption", caption), Html.svg(chart.svgElement(id, description)));
  }

  /**
   * Charts, or why there are none. Results must not be lost because nothing can be drawn: Java needs fonts
   * for that, which a small container may lack.
   */
  public static List<Html> orReason(Supplier<List<Html>> charts) {
    try {
      return charts.get();
    } catch (RuntimeException | LinkageError | InternalError e) {
      return List.of(HtmlPage.note("The charts could not be drawn (" + e
          + "); on Linux it takes the packages fontconfig and a font."));
    }
  }

  /** Several charts beside each other, as far as there is room. */
  public static Html grid(List<Html> charts) {
    return Html.tag("div").attribute("class", "charts").with(charts);
  }
}
