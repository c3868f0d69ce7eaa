package dev.plenum.app.cli;

import com.typesafe.config.Config;
import dev.plenum.app.config.UsageException;
import dev.plenum.app.dataset.KnownDataset;
import dev.plenum.app.document.Documents;

/** What a model's provenance tells of its dataset. */
final class TrainedOn {
  private static final String DATASET_NAME = "dataset.name";

  private TrainedOn() {}

  /**
   * The dataset that a model was trained on.
   *
   * @throws UsageException if that is unknown, or no dataset that is known by name
   */
  static KnownDataset dataset(SavedClassifier saved) {
    Config provenance = Documents.json(saved.provenance().toString(), "provenance");
    if (!provenance.hasPath(DATASET_NAME)) {
      throw new UsageException(
          "the model does not say what it was trained on: name a dataset with --dataset");
    }
    String name = provenance.getString(DATASET_NAME);
    return KnownDataset.named(name)
        .orElseThrow(() -> new UsageException(
            "the model was trained on '%s': say where that is with --dataset DIR".formatted(name)));
  }
}
