package dev.plenum.datasets.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How picture files become images of the size and colours that a network takes; immutable. Whoever trains
 * on prepared pictures must predict on pictures prepared alike: models keep the {@link #name}.
 *
 * @param method how they are scaled
 * @param fit what becomes of their proportions
 * @param isUpright whether they are first turned and mirrored as EXIF in their files says, as Pillow's
 *     ImageOps.exif_transpose does; TIFF files always are
 * @param isPillowGrey whether colour becomes grey as Pillow's {@code convert("L")} does it, (19595 R +
 *     38470 G + 7471 B + 32768) / 65536, rounded down; else as 0.299 R + 0.587 G + 0.114 B, rounded to the
 *     nearest, which is another value by 1 for some colours
 */
public record Preparation(ResizeMethod method, Fit fit, boolean isUpright, boolean isPillowGrey) {
  private static final String UPRIGHT = "exif";
  private static final String PILLOW_GREY = "pillow-grey";

  /** {@return what is done if nothing else is said: stretched by linear interpolation} */
  public static Preparation standard() {
    return new Preparation(ResizeMethod.BILINEAR, Fit.STRETCH, false, false);
  }

  /**
   * {@return the one for digits that somebody drew or photographed, and a model that was trained on MNIST's}
   */
  public static Preparation digit() {
    return standard().fit(Fit.DIGIT);
  }

  /**
   * {@return the same with another method of scaling}
   *
   * @param other takes the place of the present one
   */
  public Preparation method(ResizeMethod other) {
    return new Preparation(other, fit, isUpright, isPillowGrey);
  }

  /**
   * {@return the same with another fit}
   *
   * @param other takes the place of the present one
   */
  public Preparation fit(Fit other) {
    return new Preparation(method, other, isUpright, isPillowGrey);
  }

  /** {@return the same, turned and mirrored as EXIF says} */
  public Preparation upright() {
    return new Preparation(method, fit, true, isPillowGrey);
  }

  /** {@return the same with grey as Pillow makes it} */
  public Preparation pillowGrey() {
    return new Preparation(method, fit, isUpright, true);
  }

  /**
   * {@return the preparation of a name}
   *
   * @param name words with commas between, in any order, of which each may be left out: a method ({@code
   *     bilinear}, {@code area}, {@code nearest}), a fit ({@code stretch}, {@code crop}, {@code pad}, {@code
   *     digit}), {@code exif} and {@code pillow-grey}
   * @throws IllegalArgumentException if a word is unknown, or there are two for one thing
   */
  public static Preparation named(String name) {
    List<String> words = Stream.of(name.split(",", -1))
        .map(word -> word.strip().toLowerCase(Locale.ROOT))
        .toList();
    List<ResizeMethod> methods = new ArrayList<>();
    List<Fit> fits = new ArrayList<>();
    for (String word : words) {
      Optional<ResizeMethod> method = find(ResizeMethod.values(), word);
      Optional<Fit> fit = find(Fit.values(), word);
      method.ifPresent(methods::add);
      fit.ifPresent(fits::add);
      boolean isKnown = method.isPresent() || fit.isPresent();
      if (!isKnown && !word.equals(UPRIGHT) && !word.equals(PILLOW_GREY)) {
        throw new IllegalArgumentException("words with commas between were expected, of " + words()
            + "; '" + word + "' is none of them");
      }
    }
    if (methods.size() > 1 || fits.size() > 1 || words.stream().distinct().count() < words.size()) {
      throw new IllegalArgumentException(
          "'%s' has two words for one thing; expected a method and a fit at most".formatted(name));
    }
    return new Preparation(
        methods.isEmpty() ? ResizeMethod.BILINEAR : methods.get(0),
        fits.isEmpty() ? Fit.STRETCH : fits.get(0),
        words.contains(UPRIGHT),
        words.contains(PILLOW_GREY));
  }

  private static <E extends Enum<E>> Optional<E> find(E[] values, String word) {
    return Stream.of(values).filter(value -> word(value).equals(word)).findFirst();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String words() {
    return Stream.of(
            Stream.of(ResizeMethod.values()).map(Preparation::word),
            Stream.of(Fit.values()).map(Preparation::word),
            Stream.of(UPRIGHT, PILLOW_GREY))
        .flatMap(some -> some)
        .collect(Collectors.joining(", "));
  }

  /** {@return what {@link #named} takes: the method, and what is not the standard} */
  public String name() {
    List<String> words = new ArrayList<>(List.of(word(method)));
    if (fit != Fit.STRETCH) {
      words.add(word(fit));
    }
    if (isUpright) {
      words.add(UPRIGHT);
    }
    if (isPillowGrey) {
      words.add(PILLOW_GREY);
    }
    return String.join(",", words);
  }
}
