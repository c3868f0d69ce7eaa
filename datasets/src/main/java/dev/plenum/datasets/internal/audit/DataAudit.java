package dev.plenum.datasets.internal.audit;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.TrainTest;
import dev.plenum.datasets.audit.DatasetAudit;
import dev.plenum.datasets.internal.image.PixelImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Audits images that were read already. */
public final class DataAudit {
  private DataAudit() {}

  private record Place(Dataset part, int index) {}

  /**
   * Audits all parts of a dataset.
   *
   * @param form in what form it is stored, in a few words
   */
  public static DatasetAudit of(TrainTest data, String form) throws IOException {
    Auditor auditor = new Auditor(data.train().classNames());
    List<Place> places = new ArrayList<>();
    add(DatasetAudit.TRAIN, data.train(), auditor, places);
    data.validation().ifPresent(part -> add(DatasetAudit.VALIDATION, part, auditor, places));
    add(DatasetAudit.TEST, data.test(), auditor, places);
    return auditor.audit(data.name(), form, index -> image(places.get(index)));
  }

  private static void add(String name, Dataset part, Auditor auditor, List<Place> places) {
    List<Fingerprint> fingerprints = IntStream.range(0, part.size())
        .parallel()
        .mapToObj(i -> Fingerprint.of(image(new Place(part, i))))
        .toList();
    for (int i = 0; i < part.size(); i++) {
      auditor.add(name, name + "[" + i + "]", part.label(i), fingerprints.get(i));
      places.add(new Place(part, i));
    }
  }

  /** Of other numbers of channels than 1 and 3 the first counts. */
  private static PixelImage image(Place place) {
    int height = place.part().imageShape().height();
    int width = place.part().imageShape().width();
    int channels = place.part().imageShape().channels();
    byte[] pixels = place.part().image(place.index());
    if (channels == PixelImage.GREY || channels == PixelImage.RGB) {
      return new PixelImage(height, width, channels, pixels);
    }
    byte[] first = new byte[height * width];
    for (int i = 0; i < first.length; i++) {
      first[i] = pixels[i * channels];
    }
    return new PixelImage(height, width, PixelImage.GREY, first);
  }
}
