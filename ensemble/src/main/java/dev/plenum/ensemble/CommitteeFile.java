package dev.plenum.ensemble;

import dev.plenum.persistence.FileKind;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.ModelBundle;
import dev.plenum.persistence.SavedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Committee files: one zip with
 *
 * <pre>
 * format.json       {"format": "plenum-committee", "version": 1}
 * committee.json    {combine, members[{file,seed,backend,weight}]}; weight only if combine is "weighted"
 * members/1.plenum  a model file, see {@link dev.plenum.persistence.ModelFile}; members/2.plenum …
 * </pre>
 *
 * <p>The same committee always gives the same bytes.
 */
public final class CommitteeFile {
  private static final ModelBundle BUNDLE = new ModelBundle(
      new FileKind("committee", "plenum committee", "plenum-committee", 1), "committee.json");

  private CommitteeFile() {}

  /**
   * Writes a committee, atomically.
   *
   * @param file replaced if there is one
   * @param committee its members, and how they decide
   * @throws IOException if it cannot be written, see {@link dev.plenum.persistence.AtomicFiles}
   */
  public static void write(Path file, SavedCommittee committee) throws IOException {
    Map<String, SavedModel> models = new LinkedHashMap<>();
    for (SavedMember member : committee.members()) {
      models.put(
          String.format(Locale.ROOT, "members/%d.plenum", models.size() + 1), member.model());
    }
    JsonObject description = CommitteeJson.write(committee, List.copyOf(models.keySet()));
    BUNDLE.write(file, description, models);
  }

  /**
   * Reads a committee.
   *
   * @param file of a committee
   * @return all that it holds
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws dev.plenum.persistence.InvalidModelFileException if it is not a committee file, is
   *     damaged, or was written by a newer version
   * @throws IOException if it cannot be read
   */
  public static SavedCommittee read(Path file) throws IOException {
    return BUNDLE.read(file, CommitteeJson::read);
  }

  /**
   * {@return whether a file says that it is a committee} If not, it may be a
   * {@link dev.plenum.persistence.ModelFile}, or anything else.
   *
   * @param file of whatever kind
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws IOException if it cannot be read
   */
  public static boolean isCommittee(Path file) throws IOException {
    return BUNDLE.isWrittenIn(file);
  }
}
