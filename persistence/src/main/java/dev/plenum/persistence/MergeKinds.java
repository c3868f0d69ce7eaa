package dev.plenum.persistence;

import dev.plenum.api.network.Add;
import dev.plenum.api.network.Average;
import dev.plenum.api.network.Concatenate;
import dev.plenum.api.network.Maximum;
import dev.plenum.api.network.Multiply;
import java.util.List;

/** The kinds that make one value of several. */
final class MergeKinds {
  static final List<OperationKind<?>> ALL = List.of(
      OperationKind.plain(Add.class, new Add()),
      OperationKind.plain(Average.class, new Average()),
      OperationKind.plain(Maximum.class, new Maximum()),
      OperationKind.plain(Multiply.class, new Multiply()),
      OperationKind.plain(Concatenate.class, new Concatenate()));

  private MergeKinds() {}
}
