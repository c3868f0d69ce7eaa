package dev.plenum.datasets.internal.digits;

/**
 * How much one digit differs from the next: what decides how hard the dataset is. Lengths in glyph
 * units are shares of the digit's height; the others are pixels of the finished image.
 */
final class Variation {
  // Shape, in glyph units; standard deviations of bell-shaped numbers unless said.
  /** Of each control point, along each axis. */
  static final double CONTROL_POINT_JITTER = 0.02;
  /** Of a whole stroke against the others. */
  static final double STROKE_SHIFT = 0.018;
  /** By how much an open end runs on (or stops short), as a share of the last span; a bound. */
  static final double END_REACH = 0.18;
  /** Of each node of the field that bends the whole digit. */
  static final double WAVE = 0.03;

  // Posture; standard deviations.
  /** Mean horizontal shift of the top against the bottom, per height: people lean to the right. */
  static final double SLANT_MEAN = 0.10;

  /** Of that shift. */
  static final double SLANT = 0.13;
  /** Radians. */
  static final double ROTATION = 0.09;
  /** Of the width's factor; the height keeps its size. */
  static final double WIDTH = 0.12;

  // Place in the image, in pixels.
  /** The longer side of a digit of scale 1, between the middles of its outermost strokes. */
  static final double BOX = 17.5;

  /** Factors of the box. */
  static final double SCALE_MIN = .78;

  static final double SCALE_MAX = 1.12;
  /** By how much a digit's centre of mass is moved off the image's, along each axis; a bound. */
  static final double SHIFT = 3.0;
  /** Free space that the middle of a stroke keeps from the border. */
  static final double MARGIN = 3.0;

  // Pen and ink.
  /** Half the thickness of a stroke, in pixels. */
  static final double RADIUS_MIN = 0.7;

  static final double RADIUS_MAX = 1.55;
  /** By how much one stroke is thicker or thinner than the others; a bound, as a share. */
  static final double STROKE_PRESSURE = 0.14;
  /** Of the change of thickness along a stroke, as a share; a standard deviation. */
  static final double PRESSURE = 0.14;
  /** Width of the soft edge around a stroke, in pixels. */
  static final double EDGE_MIN = 0.9;

  static final double EDGE_MAX = 1.6;
  /** The largest weight of the image's blurred copy. */
  static final double BLUR_MAX = 0.7;
  /** The faintest ink, as a share of white. */
  static final double INK_MIN = 0.5;
  /** The largest loss of ink by the grain of the paper, pixel by pixel. */
  static final double GRAIN_MAX = 0.22;

  // Accidents.
  /** Of a place that the pen left out. */
  static final double GAP_PROBABILITY = 0.16;
  /** Of one to {@link #MOST_SPECKS} faint specks on the paper. */
  static final double SPECK_PROBABILITY = 0.6;

  static final int MOST_SPECKS = 3;

  private Variation() {}
}
