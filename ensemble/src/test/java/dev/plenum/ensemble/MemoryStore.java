package dev.plenum.ensemble;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps members in memory, and notices calls that overlap. */
final class MemoryStore<R> implements MemberStore<R> {
  final Map<Integer, R> kept = new HashMap<>();
  final List<Integer> keptOrder = new ArrayList<>();
  boolean isFull;
  private boolean busy;

  @Override
  public Optional<R> find(Member member) {
    return Optional.ofNullable(kept.get(member.index()));
  }

  @Override
  public void keep(Member member, R result) throws IOException {
    if (busy) {
      throw new IllegalStateException("two members are kept at once");
    }
    busy = true;
    if (isFull) {
      busy = false;
      throw new IOException("the disk is full");
    }
    kept.put(member.index(), result);
    keptOrder.add(member.index());
    busy = false;
  }
}
