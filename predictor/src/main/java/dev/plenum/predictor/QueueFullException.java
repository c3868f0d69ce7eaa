package dev.plenum.predictor;

import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;

/** So many pictures wait already that another one is not taken; the same picture may be sent again later. */
public final class QueueFullException extends RejectedExecutionException {
  private static final long serialVersionUID = 1L;

  QueueFullException(int capacity) {
    super(String.format(
        Locale.ROOT,
        "%d pictures wait to be classified already, and no more are taken; try again in a moment",
        capacity));
  }
}
