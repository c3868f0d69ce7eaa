package dev.plenum.persistence;

import dev.plenum.api.Callback;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checkpoint files: the entries of a {@link ModelFile}, and
 *
 * <pre>
 * training.json          how far the training is, see {@link TrainingStateJson}
 * callbacks.safetensors  the callbacks' tensors: BatchDigest/digest …
 * </pre>
 */
final class CheckpointFile {
  static final FileKind KIND =
      new FileKind("checkpoint", "plenum train", "plenum-checkpoint", ModelFile.VERSION);

  static final String TRAINING = "training.json";
  static final String CALLBACKS = "callbacks.safetensors";

  private CheckpointFile() {}

  static void write(Path file, Checkpoint checkpoint) throws IOException {
    Map<String, AtomicFiles.Content> entries =
        new LinkedHashMap<>(ModelFile.entries(checkpoint.model(), KIND));
    entries.put(TRAINING, ZipWriter.text(Json.compact(TrainingStateJson.node(checkpoint))));
    entries.put(CALLBACKS, Safetensors.of(tensors(checkpoint.callbacks()))::writeTo);
    AtomicFiles.write(file, out -> ZipWriter.write(out, entries));
  }

  private static NamedTensors tensors(Map<String, Callback.State> states) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    states.forEach((name, state) -> state
        .tensors()
        .byName()
        .forEach((tensor, values) -> tensors.put(name + "/" + tensor, values)));
    return new NamedTensors(tensors);
  }

  /**
   * Reads a checkpoint.
   *
   * @throws InvalidModelFileException if it is none, or damaged, or was written by a newer version
   * @throws IOException if it cannot be read
   */
  static Checkpoint read(Path file) throws IOException {
    try (ZipReader zip = new ZipReader(KIND.file(file, file.toString()))) {
      SavedModel model = new ModelFileReader(zip, KIND, List.of(TRAINING, CALLBACKS), 0).read();
      zip.file().requireMemory("tensors", zip.bytes());
      NamedTensors tensors = zip.read(
          CALLBACKS, zip.bytes(), (in, size) -> Safetensors.readFrom(in, size).tensors());
      return read(zip, model, tensors);
    }
  }

  private static Checkpoint read(ZipReader zip, SavedModel model, NamedTensors tensors)
      throws IOException {
    try {
      JsonValue training = zip.json(TRAINING);
      return new Checkpoint(
          model,
          CheckpointSubject.read(training.required("subject")),
          TrainingStateJson.position(training),
          states(TrainingStateJson.callbacks(training), tensors));
    } catch (IllegalArgumentException e) {
      throw zip.file().damaged(String.valueOf(e.getMessage()), e);
    }
  }

  private static Map<String, Callback.State> states(
      Map<String, Map<String, Double>> numbers, NamedTensors tensors) {
    Map<String, Tensor> left = new LinkedHashMap<>(tensors.byName());
    Map<String, Callback.State> states = new LinkedHashMap<>();
    numbers.forEach((callback, own) -> {
      Map<String, Tensor> ownTensors = new LinkedHashMap<>();
      String prefix = callback + "/";
      tensors.byName().forEach((name, tensor) -> {
        if (name.startsWith(prefix)) {
          ownTensors.put(name.substring(prefix.length()), tensor);
          left.remove(name);
        }
      });
      states.put(callback, new Callback.State(own, new NamedTensors(ownTensors)));
    });
    if (!left.isEmpty()) {
      throw new IllegalArgumentException("the tensors %s belong to none of the callbacks %s"
          .formatted(left.keySet(), numbers.keySet()));
    }
    return states;
  }
}
