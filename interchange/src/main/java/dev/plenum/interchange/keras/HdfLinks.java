package dev.plenum.interchange.keras;

import io.jhdf.Constants;
import io.jhdf.GroupSymbolTableNode;
import io.jhdf.LocalHeap;
import io.jhdf.ObjectHeader;
import io.jhdf.SymbolTableEntry;
import io.jhdf.Utils;
import io.jhdf.btree.BTreeV1;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.LinkInfoMessage;
import io.jhdf.object.message.LinkMessage;
import io.jhdf.object.message.LinkMessage.LinkType;
import io.jhdf.object.message.SymbolTableMessage;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is in a group: names, and the addresses of object headers. Links to other paths are not. */
final class HdfLinks {
  /** In a symbol table, marks a link to another path. */
  private static final int SOFT_LINK = 2;

  private HdfLinks() {}

  static Map<String, Long> of(HdfBytes file, String path, ObjectHeader header) {
    if (header.hasMessageOfType(DataSpaceMessage.class)) {
      throw new InvalidHdfException("'%s' is not a group but a variable".formatted(path));
    }
    return header.hasMessageOfType(SymbolTableMessage.class)
        ? inSymbolTable(file, header.getMessageOfType(SymbolTableMessage.class))
        : inHeader(header);
  }

  /** As h5py writes groups. */
  private static Map<String, Long> inSymbolTable(HdfBytes file, SymbolTableMessage table) {
    ByteBuffer names = new LocalHeap(file, table.getLocalHeapAddress()).getDataBuffer();
    Map<String, Long> links = new LinkedHashMap<>();
    for (long node : BTreeV1.createGroupBTree(file, table.getBTreeAddress()).getChildAddresses()) {
      for (SymbolTableEntry entry : new GroupSymbolTableNode(file, node).getSymbolTableEntries()) {
        if (entry.getCacheType() != SOFT_LINK) {
          String name = Utils.readUntilNull(names.position(entry.getLinkNameOffset()));
          file.spend(name.length());
          links.put(name, entry.getObjectHeaderAddress());
        }
      }
    }
    return links;
  }

  /** As jHDF writes them, and newer versions of HDF5 small ones if asked to. */
  private static Map<String, Long> inHeader(ObjectHeader header) {
    long index = header.getMessageOfType(LinkInfoMessage.class).getBTreeNameIndexAddress();
    if (index != Constants.UNDEFINED_ADDRESS) {
      throw new InvalidHdfException("a group keeps its entries in a heap, as Keras never does");
    }
    Map<String, Long> links = new LinkedHashMap<>();
    for (LinkMessage link : header.getMessagesOfType(LinkMessage.class)) {
      if (link.getLinkType() == LinkType.HARD) {
        links.put(link.getLinkName(), link.getHardLinkAddress());
      }
    }
    return links;
  }
}
