package dev.plenum.interchange.keras;

import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.Tensor;
import io.jhdf.ObjectHeader;
import io.jhdf.Superblock.SuperblockV0V1;
import io.jhdf.Superblock.SuperblockV2V3;
import io.jhdf.SymbolTableEntry;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A group in an HDF5 file. jHDF's own groups are not used: they follow links to other files, and
 * read without bounds. What they are made of is: the readers of the format's parts.
 *
 * <p>What is damaged ends in any of jHDF's exceptions, or in a {@link StackOverflowError}.
 */
final class HdfGroup {
  private static final byte[] NAMELESS_TYPE_OF_TWO_BYTES = {0x15, 0, 0, 0, 2, 0, 0, 0};

  private final HdfBytes file;
  /** From the root: {@code layers/conv2d/vars}; empty for the root. */
  private final String path;

  private final ObjectHeader header;
  /** Where the header of each child lies. */
  private final Map<String, Long> children;

  private HdfGroup(HdfBytes file, String path, long address) {
    this.file = file;
    this.path = path;
    this.header = ObjectHeader.readObjectHeader(file, address);
    this.children = HdfLinks.of(file, path, header);
  }

  /** The group in which all others are. */
  static HdfGroup root(HdfBytes file) {
    return new HdfGroup(file, "", rootAddress(file));
  }

  private static long rootAddress(HdfBytes file) {
    return file.getSuperblock() instanceof SuperblockV0V1 old
        ? new SymbolTableEntry(file, old.getRootGroupSymbolTableAddress()).getObjectHeaderAddress()
        : ((SuperblockV2V3) file.getSuperblock()).getRootGroupObjectHeaderAddress();
  }

  /** The names of the groups and variables in it. */
  Set<String> names() {
    return children.keySet();
  }

  /**
   * The texts of an attribute of the group: of a list as many as it has, else one.
   *
   * @throws InvalidHdfException if there is no such attribute, or it has no texts
   */
  List<String> texts(String attribute) {
    return HdfAttribute.texts(file, header, attribute, path.isEmpty() ? "/" : path);
  }

  /** Whether it has an attribute of that name. */
  boolean hasAttribute(String attribute) {
    return HdfAttribute.exists(header, attribute);
  }

  /**
   * A group in it.
   *
   * @throws InvalidHdfException if there is nothing of that name, or no group
   */
  HdfGroup group(String name) {
    return new HdfGroup(file, pathOf(name), address(name));
  }

  /**
   * A variable in it, of this shape.
   *
   * @throws InvalidHdfException if there is none, or one of another shape or type
   */
  Tensor tensor(String name, Shape shape) {
    return HdfVariable.read(file, header(name), pathOf(name), shape);
  }

  /** jHDF cannot read the headers of variables in bfloat16, whose type h5py writes without a name. */
  private ObjectHeader header(String name) {
    long address = address(name);
    try {
      return ObjectHeader.readObjectHeader(file, address);
    } catch (RuntimeException e) {
      if (file.has(NAMELESS_TYPE_OF_TWO_BYTES, address)) {
        throw new InvalidHdfException(
            "'%s' has the unreadable precision bfloat16: save the model with weights in float32"
                .formatted(pathOf(name)));
      }
      throw e;
    }
  }

  private long address(String name) {
    Long address = children.get(name);
    if (address == null) {
      throw new InvalidHdfException("there is no '%s' in it; '%s' has: %s"
          .formatted(pathOf(name), path.isEmpty() ? "/" : path, String.join(", ", names())));
    }
    return address;
  }

  private String pathOf(String name) {
    return path.isEmpty() ? name : path + "/" + name;
  }
}
