package dev.plenum.augmentation;

import static dev.plenum.augmentation.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Elastic distortion, against what SciPy makes of the same grid. */
class ElasticTest {
  private static final Shape SHAPE = Shape.of(7, 9, 1);
  private static final int GRID = 4;
  private static final AffineMap MAP = new AffineMap(0.9, 0.2, 0.25, -0.1, 1.1, -0.5);

  private static double[] scipy(String what) throws IOException {
    try (InputStream in = ElasticTest.class.getResourceAsStream("scipy-elastic.txt")) {
      assertNotNull(in);
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      int begin = lines.indexOf(what) + 1;
      return lines.subList(begin, begin + SHAPE.height()).stream()
          .flatMap(line -> Arrays.stream(line.split(" ", -1)))
          .mapToDouble(Double::parseDouble)
          .toArray();
    }
  }

  private static Displacements displacements() {
    double[] x = new double[GRID * GRID];
    double[] y = new double[GRID * GRID];
    for (int i = 0; i < x.length; i++) {
      x[i] = (37 * i + 11) % 256 / 64.0 - 2;
      y[i] = (91 * i + 5) % 256 / 64.0 - 2;
    }
    return new Displacements(GRID, x, y, SHAPE.width(), SHAPE.height());
  }

  @Test
  void displacementsAreThoseOfSciPysSplines() throws IOException {
    double[] x = scipy("x");
    double[] y = scipy("y");
    Displacements displacements = displacements();
    for (int row = 0; row < SHAPE.height(); row++) {
      displacements.beginRow(row);
      for (int column = 0; column < SHAPE.width(); column++) {
        int i = row * SHAPE.width() + column;
        assertEquals(x[i], displacements.x(column), 1e-8);
        assertEquals(y[i], displacements.y(column), 1e-8);
      }
    }
  }

  @Test
  void imagesAreThoseOfSciPy() throws IOException {
    float[] image = new float[SHAPE.size()];
    for (int i = 0; i < image.length; i++) {
      image[i] = (37 * i + 11) % 256 / 255f;
    }
    for (Interpolation interpolation : Interpolation.values()) {
      float[] distorted = new float[image.length];
      Geometry.NONE.with(interpolation).distort(image, SHAPE, MAP, displacements(), distorted, 0);
      double[] expected = scipy(interpolation == Interpolation.NEAREST ? "nearest" : "bilinear");
      for (int i = 0; i < expected.length; i++) {
        assertEquals(expected[i], distorted[i], 1e-6, interpolation + " " + i);
      }
    }
  }

  @Test
  void noPixelIsDisplacedFurtherThanThePoints() {
    Shape shape = Shape.of(28, 1, 1);
    double farthest = 0;
    for (int image = 0; image < 200; image++) {
      Displacements drawn = new RandomElastic(1.5, 3).draw(shape, Images.numbers(image));
      for (int y = 0; y < shape.height(); y++) {
        drawn.beginRow(y);
        farthest = Math.max(farthest, Math.max(Math.abs(drawn.x(0)), Math.abs(drawn.y(0))));
      }
    }
    assertTrue(farthest <= 1.5 && farthest > 1, "" + farthest);
  }

  @Test
  void aGridOfEqualDisplacementsIsAShift() {
    Shape shape = Shape.of(6, 8, 2);
    float[] image = Images.random(shape, 3);
    double[] right = {2, 2, 2, 2};
    double[] up = {-1, -1, -1, -1};
    float[] distorted = new float[image.length];
    Geometry.NONE.distort(
        image,
        shape,
        new AffineMap(1, 0, 0, 0, 1, 0),
        new Displacements(2, right, up, 8, 6),
        distorted,
        0);
    for (int y = 1; y < 6; y++) {
      for (int x = 0; x < 6; x++) {
        for (int c = 0; c < 2; c++) {
          float expected = image[((y - 1) * 8 + x + 2) * 2 + c];
          assertEquals(expected, distorted[(y * 8 + x) * 2 + c], 1e-6f);
        }
      }
    }
  }

  @Test
  void numbersAreTheImagesOwnAndLeaveTheOthers() {
    CounterRandom numbers = Images.numbers(4);
    ImageAugmentation rotated = ImageAugmentation.none().rotation(20);
    float[] image = Images.random(SHAPE, 5);
    Geometry geometry = Geometry.NONE.with(RandomAffine.NONE.withRotation(20));
    float[] expected = new float[image.length];
    geometry.distort(
        image,
        SHAPE,
        geometry.affine().draw(SHAPE, numbers),
        new RandomElastic(1, 5).draw(SHAPE, numbers),
        expected,
        0);
    assertArrayEquals(
        expected, Images.apply(rotated.elastic(1).elasticGrid(5), image, SHAPE, numbers));
    assertArrayEquals(
        Images.apply(rotated, image, SHAPE, numbers),
        Images.apply(rotated.elastic(0), image, SHAPE, numbers));
  }

  @Test
  void pointsGetNumbersOfTheirOwn() {
    CounterRandom own = Images.numbers(2).at(13);
    Shape shape = Shape.of(1, 1, 1);
    double[] x = new double[4];
    double[] y = new double[4];
    for (int i = 0; i < 4; i++) {
      x[i] = own.uniform(2L * i, -3, 3);
      y[i] = own.uniform(2L * i + 1, -3, 3);
    }
    Displacements expected = new Displacements(2, x, y, 1, 1);
    Displacements drawn = new RandomElastic(3, 2).draw(shape, Images.numbers(2));
    expected.beginRow(0);
    drawn.beginRow(0);
    assertEquals(expected.x(0), drawn.x(0));
    assertEquals(expected.y(0), drawn.y(0));
  }

  @Test
  void itIsDescribedOnlyIfItIsThere() {
    ImageAugmentation none = ImageAugmentation.none();
    assertTrue(!none.describe().containsKey("elastic_range"));
    assertEquals(1.5, none.elastic(1.5).describe().get("elastic_range"));
    assertEquals(6, none.elastic(1.5).elasticGrid(6).describe().get("elastic_grid"));
  }

  @Test
  void whatIsOutOfRangeIsRefused() {
    ImageAugmentation none = ImageAugmentation.none();
    assertRefused(
        () -> none.elastic(-1), "the elastic distortion must be from 0 to 1000 pixels, found -1");
    assertRefused(
        () -> none.elastic(Double.NaN),
        "the elastic distortion must be from 0 to 1000 pixels, found NaN");
    assertRefused(
        () -> none.elasticGrid(1),
        "the grid of the elastic distortion must be from 2 to 64 points, found 1");
  }
}
