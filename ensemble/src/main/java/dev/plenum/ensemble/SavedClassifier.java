package dev.plenum.ensemble;

import dev.plenum.api.Backend;
import dev.plenum.api.Classifier;
import dev.plenum.api.random.Seed;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.JsonValue;
import dev.plenum.persistence.ModelFile;
import dev.plenum.persistence.Preprocessing;
import dev.plenum.persistence.SavedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a file holds that can classify: a model or a committee.
 *
 * @param models the model, or the committee's members; at least one, with the same classes and the
 *     same preprocessing
 * @param combination how a committee's members decide together
 * @param restore makes it live on a backend
 */
public record SavedClassifier(
    List<SavedModel> models,
    Optional<Combination> combination,
    Function<Backend, Classifier> restore) {
  /** A restored model is not trained further, so that its seed makes no difference. */
  private static final Seed ANY = Seed.seed(0);

  /**
   * Copies the list.
   *
   * @param models the model, or the committee's members, at least one; copied
   * @param combination how a committee's members decide together; empty for a model
   * @param restore makes it live on a backend
   */
  public SavedClassifier {
    models = List.copyOf(models);
  }

  /**
   * Reads a file.
   *
   * @param file of a model or a committee
   * @return what it holds
   * @throws IOException if it is neither a model nor a committee, or damaged
   */
  public static SavedClassifier read(Path file) throws IOException {
    if (CommitteeFile.isCommittee(file)) {
      SavedCommittee saved = CommitteeFile.read(file);
      return new SavedClassifier(
          saved.members().stream().map(SavedMember::model).toList(),
          Optional.of(saved.combination()),
          saved::restore);
    }
    SavedModel saved = ModelFile.read(file);
    return new SavedClassifier(
        List.of(saved), Optional.empty(), backend -> saved.restore(backend, ANY));
  }

  /**
   * {@return a live one that is asked about several views of each image; of a committee, each member is}
   *
   * @param backend what computes
   * @param views how many of each image
   * @throws dev.plenum.api.BackendUnavailableException if the backend is not available here
   */
  public Classifier restore(Backend backend, Views views) {
    Function<SavedModel, Classifier> one =
        model -> TestTimeAugmentation.of(model.restore(backend, ANY), views);
    return combination
        .<Classifier>map(how -> SavedCommittee.live(how, models, one))
        .orElseGet(() -> one.apply(models.get(0)));
  }

  /**
   * {@return a live one with nothing that only training needs, see {@link SavedModel#restoreForPrediction}}
   *
   * @param backend what computes
   * @throws dev.plenum.api.BackendUnavailableException if the backend is not available here
   */
  public Classifier restoreForPrediction(Backend backend) {
    return combination
        .<Classifier>map(
            how -> SavedCommittee.live(how, models, model -> model.restoreForPrediction(backend)))
        .orElseGet(() -> models.get(0).restoreForPrediction(backend));
  }

  /** {@return how pictures become its input} */
  public Preprocessing preprocessing() {
    return models.get(0).preprocessing();
  }

  /** {@return the classes, one for each probability} */
  public List<String> classNames() {
    return models.get(0).classNames();
  }

  /** {@return where the model, or the committee's first member, comes from} */
  public JsonObject provenance() {
    return models.get(0).provenance();
  }

  /** {@return the dataset that it was trained on, if its provenance tells} */
  public Optional<String> datasetName() {
    return provenance()
        .asValue("provenance")
        .optional("dataset")
        .flatMap(dataset -> dataset.optional("name"))
        .map(JsonValue::text);
  }
}
