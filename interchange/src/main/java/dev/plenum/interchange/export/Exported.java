package dev.plenum.interchange.export;

import dev.plenum.ensemble.Combination;
import dev.plenum.ensemble.SavedClassifier;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.interchange.onnx.ImageLayout;
import dev.plenum.persistence.SavedModel;
import dev.plenum.persistence.SavedNormalisation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is exported, and how.
 *
 * @param classifier a model or a committee
 * @param layout the order in which an ONNX file takes the values of images
 * @param batch how many images an ONNX file takes at once, at least 1; empty for any number
 * @param plenumVersion what exports it
 */
public record Exported(
    SavedClassifier classifier, ImageLayout layout, Optional<Integer> batch, String plenumVersion) {

  /** The model, or the committee's members. */
  List<SavedModel> models() {
    return classifier.models();
  }

  /** How a committee's members decide together; empty for a model. */
  Optional<Combination> combination() {
    return classifier.combination();
  }

  /** The model, or the committee's first member. */
  SavedModel first() {
    return models().get(0);
  }

  /** The normalisation that the model, or the committee's first member, gets its images with. */
  Optional<SavedNormalisation> normalisation() {
    return first().preprocessing().normalisation();
  }

  /**
   * The model's network, for files which hold that and no way to cut windows out of pictures.
   *
   * @param files what they are called, for the message
   * @throws IllegalArgumentException if this is a committee, or its input is a window of pictures
   */
  TrainedNetwork onlyNetwork(String files) {
    if (combination().isPresent()) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "%s hold one network, this is a committee of %d; an .onnx file can hold it",
          files,
          models().size()));
    }
    first().preprocessing().windowOf().ifPresent(pictures -> {
      throw new IllegalArgumentException(
          "%s cannot say that the network takes a window of %s, cut out of pictures of %s and centred on their ink; an .onnx file can"
              .formatted(files, first().preprocessing().inputShape(), pictures));
    });
    return new TrainedNetwork(first().network(), first().weights());
  }
}
