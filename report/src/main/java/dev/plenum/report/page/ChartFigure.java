package dev.plenum.report.page;

import dev.plenum.report.Chart;
import dev.plenum.report.Ink;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Charts within a page: sharp at any size, in the page's colours. */
public final class ChartFigure {
  private ChartFigure() {}

  /**
   * {@return a chart with its caption}
   *
   * @param id unique in the page; letters, digits and hyphens
   * @param caption what stands above it
   * @param description what it shows, for those who cannot see it
   * @param chart is drawn without its own title
   */
  public static Html of(String id, String caption, String description, Chart chart) {
    return Html.tag("figure")
        .attribute("class", "chart")
        .with(Html.element("figcaption", caption), Html.svg(chart.svgElement(id, description)));
  }

  /**
   * {@return charts, or why there are none} Results must not be lost because nothing can be drawn: Java needs
   * fonts for that, which a small container may lack.
   *
   * @param charts makes them, or throws where they cannot be drawn
   */
  public static List<Html> orReason(Supplier<List<Html>> charts) {
    try {
      return charts.get();
    } catch (RuntimeException | LinkageError | InternalError e) {
      return List.of(HtmlPage.note("The charts could not be drawn (" + e
          + "); on Linux it takes the packages fontconfig and a font."));
    }
  }

  /**
   * {@return what the colours of series mean, from the first on}
   *
   * @param series what each is called
   */
  public static Html legend(List<String> series) {
    return Html.tag("ul")
        .attribute("class", "legend")
        .with(IntStream.range(0, series.size())
            .mapToObj(i -> Html.tag("li")
                .attribute("class", "series-" + (i % Ink.seriesCount() + 1))
                .with(Html.text(series.get(i))))
            .toList());
  }

  /**
   * {@return several charts beside each other, as far as there is room}
   *
   * @param charts with their captions, see {@link #of}
   */
  public static Html grid(List<Html> charts) {
    return Html.tag("div").attribute("class", "charts").with(charts);
  }
}
