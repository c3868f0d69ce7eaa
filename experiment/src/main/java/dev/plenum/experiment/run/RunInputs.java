package dev.plenum.experiment.run;

import dev.plenum.api.data.Picture;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.network.Network;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.InvalidJsonException;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.JsonValue;
import dev.plenum.persistence.NetworkJson;
import dev.plenum.persistence.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The images and networks that a run is started with: the file {@code inputs.json} of its folder, {@code
 * {dataset{name, sha256, pixelsSha256, classNames}, networks{…}}}, and for a folder of pictures {@code
 * files.sha256} and {@code pixels.sha256}. A run is resumed, and repeated, with the same only.
 */
public final class RunInputs {
  /** What the recipes of a run have of their own. */
  public static final String CHANGES = "recipes.json";

  /** What a run searches. */
  public static final String SPACE = "space.json";

  /** The files of a run's folder that are there before there is anything to resume from. */
  public static final List<String> FILES =
      List.of("inputs.json", RunImages.FILES, RunImages.PIXELS, CHANGES, SPACE);

  private static final String FILE = "inputs.json";
  /** How far above a member's or a cell's folder that of the run is. */
  private static final int MOST_FOLDERS_UP = 3;

  private final RunImages images;
  /** The pictures that the images are from; empty for those of an earlier run. */
  private final List<Picture> pictures;

  private final Map<String, Network> networks;

  private RunInputs(RunImages images, List<Picture> pictures, Map<String, Network> networks) {
    this.images = images;
    this.pictures = pictures;
    this.networks = Collections.unmodifiableMap(new TreeMap<>(networks));
  }

  /**
   * {@return what a run is started with now}
   *
   * @param whole the dataset that its images are from
   * @param networks by what users call them
   */
  public static RunInputs of(TrainTest whole, Map<String, Network> networks) {
    return new RunInputs(RunImages.of(whole), whole.pictures(), networks);
  }

  /**
   * {@return what the run in a folder was started with; empty if it was not noted, as earlier versions did
   * not}
   *
   * @param folder the run's
   * @throws IOException if a file is damaged, or cannot be read
   */
  public static Optional<RunInputs> read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonValue inputs = JsonValue.read(file);
      JsonValue networks = inputs.required("networks");
      Map<String, Network> byName = new LinkedHashMap<>();
      networks.keys().forEach(name -> byName.put(name, NetworkJson.read(networks.required(name))));
      RunImages images = RunImages.read(inputs.required("dataset"), folder);
      return Optional.of(new RunInputs(images, List.of(), byName));
    } catch (InvalidJsonException e) {
      throw new IOException("the file is damaged: " + e.getMessage(), e);
    }
  }

  /**
   * {@return the inputs of the run that a training is a part of; empty if none are noted in its folder, nor
   * in the two above it}
   *
   * @param folder the training's folder
   * @throws IOException as {@link #read}
   */
  public static Optional<RunInputs> readAbove(Path folder) throws IOException {
    Path place = folder.toAbsolutePath().normalize();
    for (int i = 0; i < MOST_FOLDERS_UP && place != null; i++) {
      Optional<RunInputs> inputs = read(place);
      if (inputs.isPresent()) {
        return inputs;
      }
      place = place.getParent();
    }
    return Optional.empty();
  }

  /**
   * Checks that a training can be done again here: that it was trained on the same images.
   *
   * @param recorded what the training's record says
   * @param folder the training's, which may say more than its record: which of the files are others
   * @param now the images that are here
   * @throws IOException if they are others, or a file cannot be read
   */
  public static void requireSameImages(RunRecord recorded, Path folder, TrainTest now)
      throws IOException {
    if (recorded.data().isOf(now)) {
      return;
    }
    Optional<RunInputs> inputs = readAbove(folder);
    Optional<String> difference =
        inputs.isPresent() ? inputs.get().differenceTo(of(now, Map.of())) : Optional.empty();
    String before = recorded.data().sha256();
    throw new IOException("the run cannot be repeated: "
        + difference.orElseGet(() -> now.sha256().equals(before)
            ? "the same files of '%s' give other pixels here".formatted(now.name())
            : "there were other images. The dataset '%s' had the digest %s, here it has %s"
                .formatted(now.name(), before, now.sha256())));
  }

  /**
   * Writes them, the file that is read first of all last.
   *
   * @param folder the run's
   * @throws IOException if a file cannot be written
   */
  public void write(Path folder) throws IOException {
    JsonObject described = JsonObject.empty();
    for (Map.Entry<String, Network> network : networks.entrySet()) {
      described = described.with(network.getKey(), NetworkJson.toJson(network.getValue()));
    }
    RunImages.writeLists(pictures, folder);
    JsonObject json =
        JsonObject.empty().with("dataset", images.toJson()).with("networks", described);
    AtomicFiles.write(folder.resolve(FILE), json.toString());
  }

  /**
   * {@return the network of a name, if there was one}
   *
   * @param name what users call it
   */
  public Optional<Network> network(String name) {
    return Optional.ofNullable(networks.get(name));
  }

  /**
   * {@return what is different now, in words; empty if nothing is}
   *
   * @param now what the run would go on with
   * @throws IOException if a list of digests is damaged, or cannot be read
   */
  public Optional<String> differenceTo(RunInputs now) throws IOException {
    Optional<String> otherImages = images.differenceTo(now.images);
    return otherImages.isPresent() ? otherImages : otherNetwork(now);
  }

  private Optional<String> otherNetwork(RunInputs now) {
    return networks.keySet().stream()
        .filter(name -> !Objects.equals(networks.get(name), now.networks.get(name)))
        .findFirst()
        .map(
            name -> "the network '%s' was another one; what it was is in %s".formatted(name, FILE));
  }
}
