package dev.plenum.serve;

import dev.plenum.predictor.PictureRefusedException;
import dev.plenum.predictor.PredictorClosedException;
import dev.plenum.predictor.QueueFullException;
import dev.plenum.serve.http.Problem;
import dev.plenum.serve.http.ProblemException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/** What clients are told of pictures without an answer. */
final class Problems {
  private static final System.Logger LOG = System.getLogger(Problems.class.getName());

  private Problems() {}

  static Problem of(Throwable failure) {
    Throwable cause = failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
    String message = String.valueOf(cause.getMessage());
    if (cause instanceof ProblemException known) {
      return known.problem();
    } else if (cause instanceof PictureRefusedException refused) {
      return refused(refused, message);
    } else if (cause instanceof QueueFullException) {
      return new Problem(
          429, "Too many pictures wait to be classified", message, "try again in a second");
    } else if (cause instanceof TimeoutException) {
      return late();
    } else if (cause instanceof PredictorClosedException) {
      return new Problem(503, "The server stops", message, "ask another one, or later");
    }
    LOG.log(System.Logger.Level.ERROR, "a picture could not be classified", cause);
    return new Problem(
        500, "The model failed", "an error of the server", "look into the server's log");
  }

  static Problem late() {
    return new Problem(
        503,
        "The picture could not be classified in time",
        "a server that is busy",
        "try again in a second, or send fewer pictures at once");
  }

  static Problem noPicture(String found) {
    return new Problem(
        400, "The picture cannot be read", found, "send a whole file of a picture, as PNG or JPEG");
  }

  private static Problem refused(PictureRefusedException refused, String message) {
    return refused.reason() == PictureRefusedException.Reason.NO_PICTURE
        ? noPicture(message)
        : new Problem(413, "The picture is too large", message, "send it smaller");
  }
}
