package dev.plenum.app.progress;

import dev.plenum.app.host.Host;
import dev.plenum.experiment.TrainingListener;

/**
 * Shows how far things are on standard error: with bars where a terminal shows them, else with plain
 * lines.
 *
 * @param host where
 */
public record Progress(Host host) {

  /**
   * Follows a training.
   *
   * @param images the number of images of an epoch
   */
  public TrainingListener.Follower epochs(int images) {
    return new EpochProgress(host.err(), TerminalBar.of(host, BarRenderer.IMAGES), images);
  }

  /** Follows a dataset's downloads. */
  public Downloads downloads() {
    return new Downloads(host.err(), TerminalBar.of(host, BarRenderer.BYTES));
  }

  /** Follows a plan of so many parts. */
  public Steps steps(int count) {
    return new Steps(host.err(), TerminalBar.of(host, BarRenderer.STEPS), count);
  }
}
