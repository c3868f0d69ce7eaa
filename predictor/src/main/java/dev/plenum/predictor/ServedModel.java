package dev.plenum.predictor;

import dev.plenum.api.Backend;
import dev.plenum.api.network.Shape;
import dev.plenum.ensemble.Combination;
import dev.plenum.ensemble.SavedClassifier;
import dev.plenum.persistence.InvalidJsonException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a model that is in service.
 *
 * @param file where it was read from
 * @param inputShape (height, width, channels) of what its network sees
 * @param pictureShape (height, width, channels) to which pictures are scaled: the input's, unless that is a
 *     window which is cut out of them
 * @param classNames the classes, in the order of the probabilities
 * @param members how many networks it has: more than 1 only for a committee
 * @param combination how a committee's members decide: {@code average}; empty for a single model
 * @param weights how many numbers its networks have learnt, all together
 * @param datasetName what it was trained on, if its file tells
 * @param backend the name of what computes: {@code purejava}
 */
public record ServedModel(
    Path file,
    Shape inputShape,
    Shape pictureShape,
    List<String> classNames,
    int members,
    Optional<String> combination,
    long weights,
    Optional<String> datasetName,
    String backend) {

  /**
   * Copies the list.
   *
   * @param file where it was read from
   * @param inputShape (height, width, channels) of what its network sees
   * @param pictureShape (height, width, channels) to which pictures are scaled
   * @param classNames in the order of the probabilities; copied
   * @param members how many networks it has
   * @param combination how a committee's members decide; empty for a single model
   * @param weights how many numbers its networks have learnt, all together
   * @param datasetName what it was trained on, if its file tells
   * @param backend the name of what computes
   */
  public ServedModel {
    classNames = List.copyOf(classNames);
  }

  static ServedModel of(Path file, SavedClassifier saved, Backend backend) {
    return new ServedModel(
        file,
        saved.preprocessing().inputShape(),
        saved.preprocessing().pictureShape(),
        saved.classNames(),
        saved.models().size(),
        saved.combination().map(Combination::name),
        saved.models().stream()
            .mapToLong(model -> model.network().parameterCount())
            .sum(),
        datasetName(saved),
        backend.name());
  }

  /** Whoever made the file may write into its provenance what they like. */
  private static Optional<String> datasetName(SavedClassifier saved) {
    try {
      return saved.datasetName();
    } catch (InvalidJsonException e) {
      return Optional.empty();
    }
  }
}
