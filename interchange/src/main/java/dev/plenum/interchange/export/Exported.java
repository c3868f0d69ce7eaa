package dev.plenum.interchange.export;

import dev.plenum.ensemble.Combination;
import dev.plenum.ensemble.SavedClassifier;
import dev.plenum.interchange.onnx.ImageLayout;
import dev.plenum.persistence.SavedModel;
import java.util.List;
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
}
