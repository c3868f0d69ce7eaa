package dev.plenum.app.cli;

import dev.plenum.api.Backend;
import dev.plenum.api.Classifier;
import dev.plenum.api.random.Seed;
import dev.plenum.ensemble.CommitteeFile;
import dev.plenum.ensemble.SavedCommittee;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.ModelFile;
import dev.plenum.persistence.Preprocessing;
import dev.plenum.persistence.SavedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * What a file holds that can classify: a model or a committee.
 *
 * @param preprocessing how pictures become its input
 * @param classNames one for each probability
 * @param provenance of the model, or of the committee's first member
 * @param restore makes it live on a backend
 */
record SavedClassifier(
    Preprocessing preprocessing,
    List<String> classNames,
    JsonObject provenance,
    Function<Backend, Classifier> restore) {
  /** A restored model is not trained further, so that its seed makes no difference. */
  private static final Seed ANY = Seed.seed(0);

  /**
   * Reads a file.
   *
   * @throws IOException if it is neither a model nor a committee, or damaged
   */
  static SavedClassifier read(Path file) throws IOException {
    if (CommitteeFile.isCommittee(file)) {
      SavedCommittee saved = CommitteeFile.read(file);
      return new SavedClassifier(
          saved.preprocessing(),
          saved.classNames(),
          saved.members().get(0).model().provenance(),
          saved::restore);
    }
    SavedModel saved = ModelFile.read(file);
    return new SavedClassifier(
        saved.preprocessing(),
        saved.classNames(),
        saved.provenance(),
        backend -> saved.restore(backend, ANY));
  }
}
