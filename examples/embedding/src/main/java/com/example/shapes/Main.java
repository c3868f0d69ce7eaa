package com.example.shapes;

import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.api.random.Seed.seed;

import dev.plenum.api.Backends;
import dev.plenum.api.Evaluation;
import dev.plenum.api.Fit;
import dev.plenum.api.History;
import dev.plenum.api.Model;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.Split;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Adam;

/** Trains a classifier, measures it, and classifies one picture. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Dataset pictures = Shapes.draw(2_000, 1);
    Dataset test = Shapes.draw(500, 2);
    Split split = pictures.split(0.1, seed(42));
    Sequential network = Sequential.of(
        Shape.of(Shapes.SIZE, Shapes.SIZE, 1),
        Conv2D.of(8, 3).activation(RELU),
        MaxPool2D.of(2),
        Flatten.instance(),
        Dense.of(3).activation(SOFTMAX));
    System.out.print(network.summary());

    try (Model model = Backends.get("purejava").compile(network, Adam.defaults().learningRate(0.005), seed(7))) {
      History history = model.fit(split.train(), Fit.epochs(10).batchSize(32).validation(split.validation()));
      System.out.printf("validation accuracy by epoch: %s%n", history.values("val_accuracy"));

      Evaluation evaluation = model.evaluate(test);
      System.out.printf("test accuracy: %.4f%n", evaluation.accuracy());

      float[] image = new float[network.input().size()];
      float[] probabilities = new float[network.classes()];
      test.copyImage(0, image, 0);
      model.predict(image, 1, probabilities);
      for (int i = 0; i < probabilities.length; i++) {
        System.out.printf("%-10s %.4f%n", test.classNames().get(i), probabilities[i]);
      }
      System.out.printf("it is a %s%n", test.classNames().get(test.label(0)));

      if (evaluation.accuracy() < 0.95) {
        throw new IllegalStateException("the classifier learned too little: " + evaluation.accuracy());
      }
    }
  }
}
