package dev.plenum.datasets.picture;

/** How pictures are scaled. */
public enum ResizeMethod {
  /**
   * By linear interpolation; where a picture is reduced, over a wider neighbourhood, so that every pixel
   * counts (with antialiasing). As Pillow's BILINEAR.
   */
  BILINEAR,
  /**
   * The mean of the pixels whose centres are in the area that a new pixel covers; enlarging, the nearest
   * one. As Pillow's BOX.
   */
  AREA,
  /** The pixel at the place of a new pixel's centre. As Pillow's NEAREST. */
  NEAREST
}
