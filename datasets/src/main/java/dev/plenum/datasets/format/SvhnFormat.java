package dev.plenum.datasets.format;

import dev.plenum.datasets.DatasetFormat;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.datasets.internal.svhn.SvhnFiles;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The cropped digits of SVHN: a folder with {@code train_32x32.mat} and {@code test_32x32.mat}, or one
 * such file. Classes are called by their digits; the files have 10 for 0.
 */
public final class SvhnFormat implements DatasetFormat {
  @Override
  public String description() {
    return "SVHN's cropped digits: train_32x32.mat and test_32x32.mat in a folder, or one of them";
  }

  @Override
  public boolean recognizes(Path path) throws IOException {
    return SvhnFiles.areIn(path);
  }

  @Override
  public DatasetSource open(Path path) {
    return new PartedSource("SVHN's cropped digits (MATLAB)", path, SvhnFiles::read);
  }
}
