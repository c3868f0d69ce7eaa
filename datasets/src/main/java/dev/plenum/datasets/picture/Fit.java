package dev.plenum.datasets.picture;

/** What becomes of a picture whose proportions are not those of the size that it is to have. */
public enum Fit {
  /** It is stretched. */
  STRETCH,
  /** It keeps its proportions, and what is too much is cut off on both sides. As Pillow's ImageOps.fit. */
  CROP,
  /** It keeps its proportions, and gets black bars on both sides. As Pillow's ImageOps.pad. */
  PAD,
  /**
   * Something written is looked for, and becomes what MNIST's digits are: white on black, with its
   * proportions in a square of 20 × 20 pixels whose centre of mass is in the middle of 28 × 28; the same in
   * proportion for other sizes. Paper may be light or dark, and unevenly lit; pictures are turned as EXIF
   * says. They are scaled by linear interpolation, whatever the method.
   */
  DIGIT
}
