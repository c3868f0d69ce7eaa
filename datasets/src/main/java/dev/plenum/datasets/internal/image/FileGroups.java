package dev.plenum.datasets.internal.image;

import dev.plenum.api.data.Groups;
import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.Part;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which files belong together: by a column of their list, or by what a pattern finds in their paths. */
final class FileGroups {
  private static final int MOST_SHOWN = 5;

  private FileGroups() {}

  /**
   * The groups of the training images. Warns if another part has images of the same ones.
   *
   * @param root for messages
   * @param pattern its first group in parentheses, else all that it finds, is a file's group; before a
   *     column of the list
   * @throws InvalidFileException if it does not find anything in a path
   */
  static Optional<Groups> of(Path root, FolderListing listing, Optional<Pattern> pattern)
      throws InvalidFileException {
    Map<Part, List<String>> groups = new TreeMap<>(listing.groups());
    if (pattern.isPresent()) {
      for (Map.Entry<Part, List<LabelledFile>> part : listing.files().entrySet()) {
        groups.put(part.getKey(), found(part.getValue(), pattern.get()));
      }
    }
    List<String> train = groups.getOrDefault(Part.TRAIN, List.of());
    warnOfSharedGroups(root, train, groups);
    return train.isEmpty() ? Optional.empty() : Optional.of(Groups.of(train));
  }

  private static List<String> found(List<LabelledFile> files, Pattern pattern)
      throws InvalidFileException {
    List<String> groups = new ArrayList<>();
    for (LabelledFile file : files) {
      Matcher matcher = pattern.matcher(file.name());
      if (!matcher.find()) {
        throw new InvalidFileException(
            file.path(),
            "the pattern of groups, %s, finds nothing in %s".formatted(pattern, file.name()));
      }
      String group = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
      groups.add(group == null ? matcher.group() : group);
    }
    return groups;
  }

  private static void warnOfSharedGroups(
      Path root, List<String> train, Map<Part, List<String>> groups) {
    Set<String> known = new HashSet<>(train);
    groups.forEach((part, names) -> {
      List<String> shared = names.stream().filter(known::contains).distinct().toList();
      if (part != Part.TRAIN && !shared.isEmpty()) {
        Logger logger = System.getLogger(FileGroups.class.getName());
        logger.log(
            Level.WARNING,
            "{0}: {1} groups of the part {2} have training images too, such as {3}",
            root,
            shared.size(),
            part.toString(),
            shared.subList(0, Math.min(MOST_SHOWN, shared.size())));
      }
    });
  }
}
