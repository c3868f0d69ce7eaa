package dev.plenum.app.config;

/** What a setting is about; help shows the options of each group together, in this order. */
public enum Group {
  /** What is read. */
  DATA("Data"),
  /** What computes. */
  BACKEND("Backend"),
  /** What is trained, and for how long. */
  TRAINING("Training"),
  /** How the network learns. */
  OPTIMIZER("Optimizer; what is left out is Keras's default"),
  /** What is done to gradients and weights beside the optimizer's formula. */
  UPDATE("Gradients and weights, with every optimizer"),
  /** Random changes of the training images. */
  AUGMENTATION(
      "Augmentation; each option switches on what it names, or changes what --augment switches on"),
  /** How all images are brought to one scale. */
  NORMALISATION(
      "Normalisation of all images, fitted to the training images and kept in the model; with none of"
          + " these, values run from 0 to 1"),
  /** When and how the learning rate is reduced. */
  PLATEAU(
      "Learning-rate reduction on a plateau; each option switches it on, and what is left out is"
          + " Keras's default, or with --reduce-lr the reference experiment's"),
  /** How the learning rate changes by a plan. */
  SCHEDULE("Learning-rate schedule; it begins with, or rises to, the optimizer's learning rate"),
  /** When a training ends early. */
  STOPPING(
      "Early stopping; each option but --terminate-on-nan switches it on, and what is left out is"
          + " Keras's default"),
  /** Several networks that decide together. */
  COMMITTEE("Committee"),
  /** Other machines that train. */
  CLUSTER("Cluster (Apache Spark)"),
  /** Which trainings an experiment has. */
  EXPERIMENT("Experiment"),
  /** How a saved model is used. */
  MODEL("Pictures and classes"),
  /** What an analysis does beside looking at the model. */
  ANALYSIS("Analysis"),
  /** Who may ask a server, and for how much. */
  SERVER("Server"),
  /** Where results go, and what is told meanwhile. */
  RUN("Run");

  private final String heading;

  Group(String heading) {
    this.heading = heading;
  }

  /** What it is called in help. */
  public String heading() {
    return heading;
  }
}
