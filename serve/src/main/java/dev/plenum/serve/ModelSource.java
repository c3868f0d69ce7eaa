package dev.plenum.serve;

import dev.plenum.api.Backend;
import dev.plenum.predictor.Predictor;
import dev.plenum.predictor.PredictorOptions;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * A model that is to be served.
 *
 * @param name in paths: letters, digits, and behind the first also {@code . _ - @}, at most 100 characters
 * @param options its file, its queue, and the limits of a picture
 * @param backend what computes
 */
public record ModelSource(String name, PredictorOptions options, Backend backend) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}");

  /**
   * Checks the name.
   *
   * @param name letters, digits, and behind the first also {@code . _ - @}, at most 100 characters
   * @param options its file, its queue, and the limits of a picture
   * @param backend what computes
   * @throws IllegalArgumentException if the name is another
   */
  public ModelSource {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'%s' cannot be the name of a model: expected letters and digits, with . _ - @ among them, at most 100"
              .formatted(name));
    }
  }

  /**
   * {@return the name without a file's ending}
   *
   * @param options have the model's file
   */
  public static String nameOf(PredictorOptions options) {
    String file = String.valueOf(options.file().getFileName());
    int dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }

  Predictor open() throws IOException {
    return options.open(backend);
  }
}
