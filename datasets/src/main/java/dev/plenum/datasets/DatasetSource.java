package dev.plenum.datasets;

import dev.plenum.api.data.TestImages;
import dev.plenum.api.data.TrainTest;
import dev.plenum.datasets.audit.DatasetAudit;
import dev.plenum.datasets.internal.audit.DataAudit;
import java.io.IOException;

/** Where a dataset comes from. */
public interface DatasetSource {

  /** {@return what users call it: {@code mnist}} */
  String name();

  /** {@return in what form it is, in a few words; its name alone, unless overridden} */
  default String form() {
    return name();
  }

  /**
   * Reads, generates or downloads it.
   *
   * @return the training images, the test images, and the validation images if it has its own
   * @throws IOException if it cannot be had or is damaged; the message names the file, what was
   *     expected and what was found
   */
  TrainTest load() throws IOException;

  /**
   * Reads, generates or downloads what models are measured by: the test images, if there are training
   * images too, else all.
   *
   * @return these images and what identifies them
   * @throws IOException as {@link #load}
   */
  default TestImages loadTest() throws IOException {
    TrainTest whole = load();
    return new TestImages(whole.name(), whole.test(), whole.sha256());
  }

  /**
   * Looks for what is wrong with all its images, or odd about them. Files that cannot be used do not end
   * it, if the images are files of their own.
   *
   * @return what was found; {@link DatasetAudit#isSound} sums it up
   * @throws IOException as {@link #load}
   */
  default DatasetAudit audit() throws IOException {
    return DataAudit.of(load(), form());
  }
}
