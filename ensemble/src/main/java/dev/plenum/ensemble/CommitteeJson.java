package dev.plenum.ensemble;

import dev.plenum.api.random.Seed;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.JsonValue;
import dev.plenum.persistence.SavedModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code committee.json} in a committee's file says. */
final class CommitteeJson {
  private static final String COMBINE = "combine";
  private static final String MEMBERS = "members";
  private static final String FILE = "file";
  private static final String SEED = "seed";
  private static final String BACKEND = "backend";
  private static final String WEIGHT = "weight";

  private CommitteeJson() {}

  /**
   * Describes a committee.
   *
   * @param entries where the members' models are
   */
  static JsonObject write(SavedCommittee committee, List<String> entries) {
    List<Double> weights = committee.combination().weights();
    List<JsonObject> members = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      SavedMember member = committee.members().get(i);
      JsonObject description = JsonObject.empty()
          .with(FILE, entries.get(i))
          .with(SEED, member.seed().value())
          .with(BACKEND, member.backend());
      members.add(weights.isEmpty() ? description : description.with(WEIGHT, weights.get(i)));
    }
    return JsonObject.empty().with(COMBINE, committee.combination().name()).with(MEMBERS, members);
  }

  /**
   * Makes a committee of its description and the models of its file.
   *
   * @throws IllegalArgumentException if something is wrong with them
   */
  static SavedCommittee read(JsonValue root, Map<String, SavedModel> models) {
    root.object(COMBINE, MEMBERS);
    JsonValue combine = root.required(COMBINE);
    boolean weighted = combine.text().equals(WeightedAverage.NAME);
    List<JsonValue> descriptions = root.required(MEMBERS).elements();
    Map<String, SavedModel> left = new LinkedHashMap<>(models);
    List<SavedMember> members = new ArrayList<>();
    for (JsonValue description : descriptions) {
      members.add(member(description, weighted, left));
    }
    if (!left.isEmpty()) {
      throw root.error("the models %s belong to no member".formatted(left.keySet()));
    }
    return new SavedCommittee(
        weighted
            ? weightedAverage(root.required(MEMBERS), descriptions)
            : combine.make(() -> Combination.named(combine.text())),
        members);
  }

  private static Combination weightedAverage(JsonValue members, List<JsonValue> descriptions) {
    double[] weights = descriptions.stream()
        .mapToDouble(description -> description.required(WEIGHT).doubleValue())
        .toArray();
    return members.make(() -> Combination.weightedAverage(weights));
  }

  /** Takes the model away from those that are left. */
  private static SavedMember member(
      JsonValue value, boolean weighted, Map<String, SavedModel> left) {
    if (weighted) {
      value.object(FILE, SEED, BACKEND, WEIGHT);
    } else {
      value.object(FILE, SEED, BACKEND);
    }
    JsonValue file = value.required(FILE);
    SavedModel model = left.remove(file.text());
    if (model == null) {
      throw file.error("there is no model '%s' for it; there are, for it and those after it: %s"
          .formatted(file.text(), left.keySet()));
    }
    Seed seed = new Seed(value.required(SEED).longValue());
    JsonValue backend = value.required(BACKEND);
    return backend.make(() -> new SavedMember(model, seed, backend.text()));
  }
}
