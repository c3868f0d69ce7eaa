package dev.plenum.predictor;

import dev.plenum.api.Backend;
import dev.plenum.api.Classifier;
import dev.plenum.ensemble.Combination;
import dev.plenum.ensemble.Committee;
import dev.plenum.ensemble.SavedClassifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A model in service. Whoever is about to use it takes hold of it, and lets go; it is closed when the
 * predictor and the last request have let go. Only one thread computes.
 */
final class LiveModel {
  private final ServedModel description;
  private final ModelInputs inputs;
  private final Classifier classifier;
  private final List<Classifier> members;
  private final Optional<Combination> combination;
  private final int mostAtOnce;
  private final AtomicInteger holders = new AtomicInteger(1);

  private LiveModel(
      ServedModel description, ModelInputs inputs, Classifier classifier, int mostAtOnce) {
    this.description = description;
    this.inputs = inputs;
    this.classifier = classifier;
    this.mostAtOnce = mostAtOnce;
    if (classifier instanceof Committee committee) {
      members = committee.members();
      combination = Optional.of(committee.combination());
    } else {
      members = List.of(classifier);
      combination = Optional.empty();
    }
  }

  /**
   * Makes a model live, and tries it on blank pictures, so that what it needs is there before the first
   * request comes.
   *
   * @param inputs make its input of pictures
   * @throws IllegalArgumentException if its file asks for what is not known here
   * @throws dev.plenum.api.BackendUnavailableException if the backend is not available here
   */
  static LiveModel of(
      SavedClassifier saved, ModelInputs inputs, PredictorOptions options, Backend backend) {
    int mostAtOnce = backend.isBatchInvariant() ? options.batchSize() : 1;
    LiveModel live = new LiveModel(
        ServedModel.of(options.file(), saved, backend),
        inputs,
        saved.restoreForPrediction(backend),
        mostAtOnce);
    try {
      Seen blank = live.seen(new byte[live.description.inputShape().size()]);
      live.answers(Collections.nCopies(mostAtOnce, blank));
      return live;
    } catch (RuntimeException | Error e) {
      live.release();
      throw e;
    }
  }

  ServedModel description() {
    return description;
  }

  /** Makes its input of pictures. */
  ModelInputs inputs() {
    return inputs;
  }

  /** Pixels of its input shape. */
  Seen seen(byte[] pixels) {
    return new Seen(description.inputShape(), pixels);
  }

  /** How many pictures it is asked about in one call. */
  int mostAtOnce() {
    return mostAtOnce;
  }

  /** Takes hold of it; false if it is closed, or about to be. */
  boolean hold() {
    int now = holders.get();
    while (now > 0) {
      if (holders.compareAndSet(now, now + 1)) {
        return true;
      }
      now = holders.get();
    }
    return false;
  }

  /** Lets go of it; the last closes it. */
  void release() {
    if (holders.decrementAndGet() == 0) {
      classifier.close();
    }
  }

  /**
   * The answers about pictures of the input shape. Their probabilities need not be numbers, if the weights
   * are bad.
   */
  List<Answer> answers(List<Seen> pictures) {
    int classes = classifier.classes();
    float[] values = values(pictures);
    List<float[]> outputs = new ArrayList<>();
    for (Classifier member : members) {
      float[] output = new float[pictures.size() * classes];
      member.predict(values, pictures.size(), output);
      outputs.add(output);
    }
    float[] combined = combined(outputs, pictures.size(), classes);
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < pictures.size(); i++) {
      int image = i;
      answers.add(new Answer(
          opinion(combined, image),
          outputs.stream().map(output -> opinion(output, image)).toList(),
          pictures.get(image)));
    }
    return answers;
  }

  private float[] values(List<Seen> pictures) {
    int size = description.inputShape().size();
    float[] values = new float[pictures.size() * size];
    for (int i = 0; i < pictures.size(); i++) {
      System.arraycopy(inputs.of(pictures.get(i).bytes()), 0, values, i * size, size);
    }
    return values;
  }

  private float[] combined(List<float[]> outputs, int count, int classes) {
    if (combination.isEmpty()) {
      return outputs.get(0);
    }
    float[] combined = new float[count * classes];
    for (int i = 0; i < count; i++) {
      combination.get().combine(outputs, i * classes, classes, combined);
    }
    return combined;
  }

  private Opinion opinion(float[] outputs, int image) {
    List<String> classNames = description.classNames();
    int from = image * classNames.size();
    return new Opinion(classNames, Arrays.copyOfRange(outputs, from, from + classNames.size()));
  }
}
