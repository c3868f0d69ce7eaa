package dev.plenum.app.progress;

import dev.plenum.app.host.Host;
import dev.plenum.datasets.DownloadProgress;
import dev.plenum.experiment.TrainingListener;

/** Shows how far things are: with bars where a terminal shows them, else with plain lines. */
public final class Progress {
  private final Host host;

  /** Shows it on standard error. */
  public Progress(Host host) {
    this.host = host;
  }

  /** A training's epochs. */
  public interface Epochs extends TrainingListener.Follower {
    /** Takes away what an epoch that did not end has left on the terminal. */
    @Override
    void close();
  }

  /** A dataset's downloads. */
  public interface Downloads extends DownloadProgress, AutoCloseable {
    /** Takes away what a download that did not end has left on the terminal. */
    @Override
    void close();
  }

  /** The parts of a long plan, one after the other. */
  public interface Steps extends AutoCloseable {
    /** A part begins. */
    void begin(String title);

    /** What the part prints while it runs. */
    void detail(String line);

    /** It has ended, with this result. */
    void end(String result);

    /** Takes away what a part that did not end has left on the terminal. */
    @Override
    void close();
  }

  /**
   * Follows a training.
   *
   * @param images the number of images of an epoch
   */
  public Epochs epochs(int images) {
    return host.columns().isPresent()
        ? new EpochBars(host.err(), host.columns().getAsInt(), images)
        : new EpochLines(host.err(), images);
  }

  /** Follows downloads. */
  public Downloads downloads() {
    return host.columns().isPresent()
        ? new DownloadBars(host.err(), host.columns().getAsInt())
        : new DownloadLines(host.err());
  }

  /** Follows a plan of so many parts. */
  public Steps steps(int count) {
    return host.columns().isPresent()
        ? new StepBars(host.err(), host.columns().getAsInt(), count)
        : new StepLines(host.err(), count);
  }
}
