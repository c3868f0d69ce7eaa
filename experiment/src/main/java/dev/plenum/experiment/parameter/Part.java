package dev.plenum.experiment.parameter;

/** The parts of a recipe that parameters belong to. */
public enum Part {
  /** Which images are trained on. */
  DATA,
  /** What is trained, and for how long. */
  TRAINING,
  /** How the network learns. */
  OPTIMIZER,
  /** What is done to gradients and weights beside the optimizer's formula. */
  UPDATE,
  /** Random changes of the training images. */
  AUGMENTATION,
  /** How all images are brought to one scale. */
  NORMALISATION,
  /** When and how the learning rate is reduced. */
  PLATEAU,
  /** How the learning rate changes by a plan. */
  SCHEDULE,
  /** When a training ends early. */
  STOPPING
}
