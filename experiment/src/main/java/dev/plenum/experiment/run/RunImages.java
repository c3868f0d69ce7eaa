package dev.plenum.experiment.run;

import dev.plenum.api.data.Picture;
import dev.plenum.api.data.TrainTest;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.JsonValue;
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
 * @param files the digest of each picture file, by its path in the dataset's folder; empty if the images
 *     are no files
 * @param pixels the digest of what each was decoded to
 */
record RunImages(
    String dataset,
    String sha256,
    String pixelsSha256,
    List<String> classNames,
    Map<String, String> files,
    Map<String, String> pixels) {
  /** What {@code sha256sum -c} checks in the dataset's folder. */
  static final String FILES = "files.sha256";

  static final String PIXELS = "pixels.sha256";

  static RunImages of(TrainTest whole) {
    return new RunImages(
        whole.name(),
        whole.sha256(),
        whole.pixelsSha256(),
        whole.train().classNames(),
        digests(whole.pictures(), Picture::sha256),
        digests(whole.pictures(), Picture::pixelsSha256));
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

  private static Map<String, String> list(Path file) throws IOException {
    return Files.exists(file) ? DigestList.read(file) : Map.of();
  }

  JsonObject toJson() {
    return JsonObject.empty()
        .with("name", dataset)
        .with("sha256", sha256)
        .with("pixelsSha256", pixelsSha256)
        .withTexts("classNames", classNames);
  }

  void writeLists(Path folder) throws IOException {
    if (!files.isEmpty()) {
      DigestList.write(folder.resolve(FILES), files);
      DigestList.write(folder.resolve(PIXELS), pixels);
    }
  }

  /** What is different now, in words; empty if nothing is. */
  Optional<String> differenceTo(RunImages now) {
    if (!sha256.equals(now.sha256)) {
      return Optional.of(otherFiles(now));
    }
    if (!classNames.equals(now.classNames)) {
      return Optional.of("the classes of '%s' were called %s, here they are called %s"
          .formatted(now.dataset, classNames, now.classNames));
    }
    return pixelsSha256.equals(now.pixelsSha256) ? Optional.empty() : Optional.of(otherPixels(now));
  }

  private String otherFiles(RunImages now) {
    Optional<String> change = files.isEmpty() || now.files.isEmpty()
        ? Optional.empty()
        : new DigestChange(files, now.files).inWords("files");
    return "there were other images. The dataset '%s' had the digest %s, here it has %s%s"
        .formatted(
            now.dataset, sha256, now.sha256, change.map(text -> ": " + text).orElse(""));
  }

  private String otherPixels(RunImages now) {
    DigestChange change = new DigestChange(pixels, now.pixels);
    return change.changed().isEmpty()
        ? "the same files of '%s' give other pixels here: they are scaled or split in another way, or a newer Plenum reads them differently"
            .formatted(now.dataset)
        : "these pictures decode differently here (%s): the files of '%s' are the same, the decoders of this Plenum or this Java are not"
            .formatted(change.share(), now.dataset);
  }
}
