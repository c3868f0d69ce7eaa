package dev.plenum.report.reference;

import dev.plenum.api.Evaluation;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Network;
import dev.plenum.experiment.reference.Reproduction;
import dev.plenum.persistence.AtomicFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The report on a reproduction: {@code report.html}, {@code report.json} and the pictures.
 *
 * @param reproduction the results
 * @param networks those that were trained, by name, in the order of the report
 * @param test the test images
 * @param deepCommittee what the committee of stage 5 made of these; empty if that was not run
 */
public record Report(
    Reproduction reproduction,
    Map<String, Network> networks,
    Dataset test,
    Optional<Evaluation> deepCommittee) {

  /** The file that is written last. */
  public static final String LAST_FILE = "report.html";

  /**
   * Copies the map, keeping its order.
   *
   * @param reproduction the results
   * @param networks those that were trained, by name, in the order of the report
   * @param test the test images
   * @param deepCommittee what the committee of stage 5 made of these; empty if that was not run
   */
  public Report {
    networks = Collections.unmodifiableMap(new LinkedHashMap<>(networks));
  }

  /**
   * Writes the files, each atomically. A picture whose stages were not run is left out.
   *
   * @param folder exists
   * @throws IOException if one cannot be written, see {@link AtomicFiles}
   */
  public void writeTo(Path folder) throws IOException {
    List<ReportPicture> pictures = ReportPictures.draw(reproduction, test, deepCommittee);
    for (ReportPicture picture : pictures) {
      picture.writeTo(folder);
    }
    AtomicFiles.write(folder.resolve("report.json"), ReportJson.of(reproduction).toString());
    AtomicFiles.write(folder.resolve(LAST_FILE), HtmlReport.of(reproduction, networks, pictures));
  }
}
