package dev.plenum.api.optimizer;

/** Adam with decoupled weight decay (Loshchilov and Hutter, 2019): an {@link Adam} with that option. */
public final class AdamW {
  private AdamW() {}

  /**
   * {@return an optimizer with Keras's defaults: those of Adam, and a decay of 0.004 of all trained
   * weights}
   */
  public static Adam defaults() {
    return Adam.defaults().options(UpdateOptions.NONE.weightDecay(0.004));
  }
}
