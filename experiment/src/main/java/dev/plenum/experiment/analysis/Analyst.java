package dev.plenum.experiment.analysis;

import dev.plenum.api.Backend;
import dev.plenum.api.Classifier;
import dev.plenum.ensemble.SavedClassifier;
import dev.plenum.experiment.analysis.NearestImages.Neighbour;
import dev.plenum.persistence.SavedModel;
import dev.plenum.predictor.ModelInputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Analyses a saved model or committee.
 *
 * <pre>{@code
 * SavedClassifier saved = SavedClassifier.read(file);
 * Analysis analysis = new Analyst(saved, backend, 8)
 *     .analyse(AnalysedImages.of(saved, TrainingData.of(mnist).validation(1.0 / 6, seed(42))));
 * }</pre>
 *
 * @param saved the classifier
 * @param backend what computes
 * @param explained how many mistakes are explained at most
 */
public record Analyst(SavedClassifier saved, Backend backend, int explained) {
  private static final int NEIGHBOURS = 5;

  /**
   * Does it.
   *
   * @param images with the classifier's classes, as it sees them
   * @return all that was found; {@link Analysis#training} is empty
   */
  public Analysis analyse(AnalysedImages images) {
    Outputs outputs = OutputsOf.saved(saved, images.test(), backend);
    List<Mistake> mistakes = Mistake.in(outputs);
    Optional<Temperature> temperature = images
        .validation()
        .map(validation -> Temperature.fit(OutputsOf.saved(saved, validation, backend)));
    return new Analysis(
        images,
        outputs,
        mistakes,
        ConfidentLearning.of(outputs),
        Calibration.of(outputs),
        temperature,
        temperature.map(fitted -> Calibration.of(outputs.at(fitted.value()))),
        outputs.members().size() > 1 ? Optional.of(Disagreement.of(outputs)) : Optional.empty(),
        explanations(images, mistakes.stream().limit(explained).toList()),
        Optional.empty());
  }

  private List<ExplainedMistake> explanations(AnalysedImages images, List<Mistake> mistakes) {
    if (mistakes.isEmpty()) {
      return List.of();
    }
    ModelInputs inputs = ModelInputs.of(saved.preprocessing());
    List<byte[]> pictures =
        mistakes.stream().map(mistake -> images.test().image(mistake.image())).toList();
    List<Optional<HeatMap>> gradCams = gradCams(inputs, pictures, mistakes);
    List<List<Neighbour>> nearest = NearestImages.of(
        saved.models().get(0), inputs, backend, pictures, images.train(), NEIGHBOURS);
    Occlusion occlusion = Occlusion.of(inputs);
    List<ExplainedMistake> explanations = new ArrayList<>();
    try (Classifier classifier = saved.restore().apply(backend)) {
      for (int i = 0; i < mistakes.size(); i++) {
        Mistake mistake = mistakes.get(i);
        explanations.add(new ExplainedMistake(
            mistake,
            occlusion.of(classifier, pictures.get(i), mistake.prediction()),
            gradCams.get(i),
            nearest.get(i)));
      }
    }
    return explanations;
  }

  private List<Optional<HeatMap>> gradCams(
      ModelInputs inputs, List<byte[]> pictures, List<Mistake> mistakes) {
    List<List<HeatMap>> maps =
        pictures.stream().<List<HeatMap>>map(picture -> new ArrayList<>()).toList();
    for (SavedModel model : saved.models()) {
      Optional<GradCam> found = GradCam.of(model, backend);
      if (found.isPresent()) {
        try (GradCam gradCam = found.get()) {
          for (int i = 0; i < pictures.size(); i++) {
            maps.get(i)
                .add(gradCam.of(inputs.of(pictures.get(i)), mistakes.get(i).prediction()));
          }
        }
      }
    }
    return maps.stream().map(HeatMap::meanOf).toList();
  }
}
