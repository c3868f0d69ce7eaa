package dev.plenum.app.export;

import dev.plenum.ensemble.Combination;
import dev.plenum.persistence.SavedModel;
import java.util.List;
import java.util.Optional;

/**
 * What is exported: a model or a committee.
 *
 * @param models the model, or the committee's members; at least one, with the same classes and the
 *     same preprocessing
 * @param combination how a committee's members decide together
 * @param plenumVersion what exports it
 */
public record Exported(
    List<SavedModel> models, Optional<Combination> combination, String plenumVersion) {

  /** Copies the list. */
  public Exported {
    models = List.copyOf(models);
  }

  /** The model, or the committee's first member. */
  SavedModel first() {
    return models.get(0);
  }
}
