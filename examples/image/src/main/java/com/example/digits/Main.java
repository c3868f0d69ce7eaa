package com.example.digits;

import dev.plenum.api.Backend;
import dev.plenum.api.Backends;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Shape;
import dev.plenum.api.random.Seed;
import dev.plenum.augmentation.ImageAugmentation;
import dev.plenum.augmentation.ImageNormalisation;
import dev.plenum.datasets.Datasets;
import dev.plenum.ensemble.Combination;
import dev.plenum.ensemble.SavedClassifier;
import dev.plenum.ensemble.SavedCommittee;
import dev.plenum.experiment.BuiltInNetwork;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.run.CommitteeOf;
import dev.plenum.experiment.run.Members;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.experiment.run.StoredRun;
import dev.plenum.experiment.run.TrainingRun;
import dev.plenum.interchange.export.ExportFormat;
import dev.plenum.interchange.export.Exported;
import dev.plenum.interchange.imported.ImportFormat;
import dev.plenum.interchange.onnx.ImageLayout;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.predictor.Answer;
import dev.plenum.predictor.ModelInputs;
import dev.plenum.predictor.Predictor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Trains a committee of two on drawn digits, asks its first member, and takes that to ONNX and back. */
public final class Main {
  /** A picture of one pixel, in a format that only a service beside the JDK knows how to read. */
  private static final String WEBP = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";

  private Main() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println("One argument is needed: the folder that the trainings go to.");
      System.exit(2);
    }
    Path out = Path.of(args[0]);
    Backend backend = Backends.get("purejava");
    System.out.println("Training on " + backend.availability().detail());
    TrainingData data =
        TrainingData.of(Datasets.digits().load()).first(1_000).validation(0.1, Seed.seed(42));
    List<StoredRun> members = train(out, backend, data);

    SavedCommittee committee = CommitteeOf.runs(members, Combination.average());
    Dataset test = ModelInputs.of(committee.preprocessing()).of(data.test());
    double accuracy = committee.evaluate(test, backend).committee().accuracy();
    System.out.printf("test accuracy of the committee: %.4f%n", accuracy);

    Path model = members.get(0).model();
    try (Predictor predictor = Predictor.of(model).open(backend)) {
      Answer answer = predictor.classify(Base64.getDecoder().decode(WEBP));
      System.out.println("a picture of one pixel looks like a " + answer.best().className());
    }

    Path onnx = out.resolve("model.onnx");
    Exported exported =
        new Exported(SavedClassifier.read(model), ImageLayout.NHWC, Optional.empty(), "example");
    AtomicFiles.write(onnx, ExportFormat.of(onnx).orElseThrow().content(exported));
    ImportFormat.of(onnx).orElseThrow().read(onnx, ImportFormat.Given.NOTHING);
    System.out.println("exported and read again: " + onnx.getFileName());

    System.out.println("whitening fitted: " + whitening().isFitted());

    if (accuracy < 0.5) {
      throw new IllegalStateException("the committee learned too little: " + accuracy);
    }
  }

  private static List<StoredRun> train(Path out, Backend backend, TrainingData data)
      throws IOException {
    Recipe recipe = Recipe.of(BuiltInNetwork.DENSE)
        .augmentation(ImageAugmentation.none().rotation(10))
        .normalisation(ImageNormalisation.none().featurewiseStd())
        .epochs(3)
        .batchSize(20)
        .seed(1);
    try (RunFolder run = RunFolder.open(out, "digits")) {
      List<StoredRun> members =
          Members.of(TrainingRun.in(run), backend).train(run.path(), recipe, 2, data);
      run.finish();
      return members;
    }
  }

  /** ZCA whitening of small pictures of noise: it needs a library that is no module by itself. */
  private static ImageNormalisation whitening() {
    byte[] pixels = new byte[100 * 8 * 8];
    new Random(1).nextBytes(pixels);
    return ImageNormalisation.none()
        .zca()
        .fit(new Dataset(Shape.of(8, 8, 1), pixels, new int[100], List.of("noise", "nothing")));
  }
}
