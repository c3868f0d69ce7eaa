package dev.plenum.datasets.internal.family;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A dataset in the form of MNIST: four IDX files.
 *
 * @param name what users call it, also its folder's name: {@code fashion-mnist}
 * @param title its proper name: {@code Fashion-MNIST}
 * @param classNames by label
 * @param mirrors folders from which the gzipped files can be downloaded
 * @param systemPackage the package of an operating system that holds its files, if there is one
 */
public record Family(
    String name,
    String title,
    List<String> classNames,
    PublishedFile trainImages,
    PublishedFile trainLabels,
    PublishedFile testImages,
    PublishedFile testLabels,
    List<URI> mirrors,
    Optional<SystemPackage> systemPackage) {

  /**
   * A package of an operating system.
   *
   * @param name what it is called, and where
   * @param folder where it puts the files
   */
  public record SystemPackage(String name, Path folder) {}

  /** Copies the lists. */
  public Family {
    classNames = List.copyOf(classNames);
    mirrors = List.copyOf(mirrors);
  }

  /** The four files: training images and labels, test images and labels. */
  public List<PublishedFile> files() {
    return List.of(trainImages, trainLabels, testImages, testLabels);
  }

  /** The same with other mirrors. */
  public Family withMirrors(List<URI> others) {
    return new Family(
        name,
        title,
        classNames,
        trainImages,
        trainLabels,
        testImages,
        testLabels,
        others,
        systemPackage);
  }
}
