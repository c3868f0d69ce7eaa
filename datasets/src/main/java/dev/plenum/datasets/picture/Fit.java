package dev.plenum.datasets.picture;

/** What becomes of a picture whose proportions are not those of the size that it is to have. */
public enum Fit {
  /** It is stretched. */
  STRETCH,
  /** It keeps its proportions, and what is too much is cut off on both sides. As Pillow's ImageOps.fit. */
  CROP,
  /** It keeps its proportions, and gets black bars on both sides. As Pillow's ImageOps.pad. */
  PAD
}
