package dev.plenum.report.reference;

import dev.plenum.persistence.AtomicFiles;
import dev.plenum.report.Picture;
import dev.plenum.report.page.Html;
import java.io.IOException;
import java.nio.file.Path;

/** A picture of the report, drawn: as a file, and as a figure of the page. */
final class ReportPicture {
  private final String file;
  private final byte[] png;
  private final Html figure;
  private final boolean isChart;

  /**
   * Draws a picture.
   *
   * @param file the name of its file
   * @param figure the same in the page
   * @param isChart whether it may stand beside others
   */
  ReportPicture(String file, Picture picture, Html figure, boolean isChart) {
    this.file = file;
    this.png = picture.png();
    this.figure = figure;
    this.isChart = isChart;
  }

  Html figure() {
    return figure;
  }

  boolean isChart() {
    return isChart;
  }

  /** Writes the file to a folder, atomically. */
  void writeTo(Path folder) throws IOException {
    AtomicFiles.write(folder.resolve(file), out -> out.write(png));
  }
}
