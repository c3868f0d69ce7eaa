package dev.plenum.experiment.run;

import dev.plenum.api.data.Picture;
import dev.plenum.api.data.TrainTest;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.JsonValue;
import dev.plenum.persistence.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The images of a run.
 *
 * @param dataset the dataset's name
 * @param sha256 identifies the data as they were stored
 * @param pixelsSha256 identifies what they became
 * @param classNames the classes
 * @param files the digest of each picture file; of none if the images are no files
 * @param pixels the digest of what each was decoded to
 */
record RunImages(
    String dataset,
    String sha256,
    String pixelsSha256,
    List<String> classNames,
    Digests files,
    Digests pixels) {
  /** What {@code sha256sum -c} checks in the dataset's folder. */
  static final String FILES = "files.sha256";

  static final String PIXELS = "pixels.sha256";

  /** Digests by the file's path in the dataset's folder: so many that they are read only where needed. */
  interface Digests {
    Map<String, String> byPath() throws IOException;
  }

  static RunImages of(TrainTest whole) {
    return new RunImages(
        whole.name(),
        whole.sha256(),
        whole.pixelsSha256(),
        whole.train().classNames(),
        () -> digests(whole.pictures(), Picture::sha256),
        () -> digests(whole.pictures(), Picture::pixelsSha256));
  }

  private static Map<String, String> digests(
      List<Picture> pictures, Function<Picture, String> digest) {
    Map<String, String> digests = new LinkedHashMap<>();
    pictures.forEach(picture -> digests.put(picture.path(), digest.apply(picture)));
    return digests;
  }

  static RunImages read(JsonValue images, Path folder) throws IOException {
    return new RunImages(
        images.required("name").text(),
        images.required("sha256").text(),
        images.required("pixelsSha256").text(),
        images.required("classNames").elements().stream().map(JsonValue::text).toList(),
        list(folder.resolve(FILES)),
        list(folder.resolve(PIXELS)));
  }

  private static Digests list(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Map::of;
    }
    TextFile.requirePlain(file);
    return () -> DigestList.read(file);
  }

  JsonObject toJson() {
    return JsonObject.empty()
        .with("name", dataset)
        .with("sha256", sha256)
        .with("pixelsSha256", pixelsSha256)
        .withTexts("classNames", classNames);
  }

  /** Writes the digests of a dataset's pictures, if it has some. */
  static void writeLists(List<Picture> pictures, Path folder) throws IOException {
    if (!pictures.isEmpty()) {
      DigestList.write(folder.resolve(FILES), pictures, Picture::sha256);
      DigestList.write(folder.resolve(PIXELS), pictures, Picture::pixelsSha256);
    }
  }

  /** What is different now, in words; empty if nothing is. */
  Optional<String> differenceTo(RunImages now) throws IOException {
    if (!sha256.equals(now.sha256)) {
      return Optional.of(otherFiles(now));
    }
    if (!classNames.equals(now.classNames)) {
      return Optional.of("the classes of '%s' were called %s, here they are called %s"
          .formatted(now.dataset, classNames, now.classNames));
    }
    return pixelsSha256.equals(now.pixelsSha256) ? Optional.empty() : Optional.of(otherPixels(now));
  }

  private String otherFiles(RunImages now) throws IOException {
    DigestChange files = new DigestChange(this.files.byPath(), now.files.byPath());
    Optional<String> change = files.before().isEmpty() || files.now().isEmpty()
        ? Optional.empty()
        : files.inWords("files");
    return "there were other images. The dataset '%s' had the digest %s, here it has %s%s"
        .formatted(
            now.dataset, sha256, now.sha256, change.map(text -> ": " + text).orElse(""));
  }

  private String otherPixels(RunImages now) throws IOException {
    DigestChange change = new DigestChange(pixels.byPath(), now.pixels.byPath());
    return change.changed().isEmpty()
        ? "the same files of '%s' give other pixels here: they are scaled or split in another way, or a newer Plenum reads them differently"
            .formatted(now.dataset)
        : "these pictures decode differently here (%s): the files of '%s' are the same, the decoders of this Plenum or this Java are not"
            .formatted(change.share(), now.dataset);
  }
}
