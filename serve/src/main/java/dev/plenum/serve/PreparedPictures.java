package dev.plenum.serve;

import dev.plenum.datasets.EncodedImage;
import dev.plenum.datasets.picture.Preparation;
import dev.plenum.predictor.Answer;
import dev.plenum.serve.http.Problem;
import dev.plenum.serve.http.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Pictures that are prepared in another way than their model's, as a request wishes. */
final class PreparedPictures {
  private static final Path NAMELESS = Path.of("the picture");
  private static final long MAXIMUM_PIXELS = 4_000_000;
  /** As decoding takes at most 16 bytes a pixel, and so many threads may be at it. */
  private static final long HEAP_BYTES_PER_PIXEL = 16 * 32;

  private PreparedPictures() {}

  /** Asks the model; what is wrong is in the future. */
  static CompletableFuture<Answer> classify(HostedModel model, byte[] file, Preparation how) {
    try (EncodedImage image = EncodedImage.of(NAMELESS, file)) {
      requireSize(image, model);
    } catch (ProblemException e) {
      return CompletableFuture.failedFuture(e);
    } catch (IOException e) {
      return CompletableFuture.failedFuture(
          Problems.noPicture(String.valueOf(e.getMessage())).exception());
    }
    return model.predictor().classifyAsync(file, how);
  }

  private static void requireSize(EncodedImage image, HostedModel model) throws ProblemException {
    long limit = Math.min(
        Math.min(MAXIMUM_PIXELS, model.maxPixels()),
        Runtime.getRuntime().maxMemory() / HEAP_BYTES_PER_PIXEL);
    if ((long) image.height() * image.width() > limit) {
      throw new Problem(
              413,
              "The picture is too large to be prepared in another way",
              image.height() + " x " + image.width() + " pixels",
              "send it with at most " + limit + " pixels")
          .exception();
    }
  }
}
