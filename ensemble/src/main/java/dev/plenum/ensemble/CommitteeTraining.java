package dev.plenum.ensemble;

import dev.plenum.api.Backend;
import dev.plenum.api.random.Seed;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How to train members that differ by their seeds only. Nothing that comes out depends on {@code
 * parallelism} or {@code cores}, on a backend whose results do not depend on the number of its
 * threads.
 *
 * <pre>{@code
 * List<SavedMember> members = CommitteeTraining.of(5, seed(1)).parallelism(2)
 *     .run(backend, (member, own) -> train(member.seed(), own), store);
 * }</pre>
 *
 * @param seeds one for each member, all different
 * @param parallelism how many members are trained side by side, at least 1; each needs memory of its
 *     own
 * @param cores how many threads all of them may use together, at least 1; a member gets its share,
 *     rounded down, but at least 1
 * @param spare how many members may fail while others are still begun, at least 0
 */
public record CommitteeTraining(List<Seed> seeds, int parallelism, int cores, int spare) {

  /**
   * Checks the values.
   *
   * @param seeds one for each member, at least one, all different; copied
   * @param parallelism at least 1
   * @param cores at least 1
   * @param spare at least 0
   * @throws IllegalArgumentException if there is no seed, or one twice, or a number is too small
   */
  public CommitteeTraining {
    seeds = List.copyOf(seeds);
    if (seeds.isEmpty()) {
      throw new IllegalArgumentException("a committee needs at least 1 member, found no seeds");
    }
    Set<Seed> seen = new HashSet<>();
    for (Seed seed : seeds) {
      if (!seen.add(seed)) {
        throw new IllegalArgumentException(String.format(
            Locale.ROOT,
            "members must differ by their seeds, but %d is there twice",
            seed.value()));
      }
    }
    if (parallelism < 1) {
      throw new IllegalArgumentException(
          "the number of members side by side must be at least 1, found " + parallelism);
    }
    if (cores < 1) {
      throw new IllegalArgumentException("the number of cores must be at least 1, found " + cores);
    }
    if (spare < 0) {
      throw new IllegalArgumentException(
          "the number of members to spare must be at least 0, found " + spare);
    }
  }

  /**
   * {@return a training of members with the seeds {@code first}, {@code first} + 1 …, one after the other on
   * all cores}
   *
   * @param members how many, at least 1
   * @param first the seed of the first member
   * @throws IllegalArgumentException if there is no member
   */
  public static CommitteeTraining of(int members, Seed first) {
    return of(
        LongStream.range(0, members).mapToObj(i -> new Seed(first.value() + i)).toList());
  }

  /**
   * {@return a training of members with these seeds, one after the other on all cores}
   *
   * @param seeds one for each member, at least one, all different
   * @throws IllegalArgumentException if there is no seed, or one twice
   */
  public static CommitteeTraining of(List<Seed> seeds) {
    return new CommitteeTraining(seeds, 1, Runtime.getRuntime().availableProcessors(), 0);
  }

  /**
   * {@return the same with so many members side by side}
   *
   * @param parallelism how many, at least 1; each needs memory of its own
   */
  public CommitteeTraining parallelism(int parallelism) {
    return new CommitteeTraining(seeds, parallelism, cores, spare);
  }

  /**
   * {@return the same on so many cores}
   *
   * @param cores how many threads all members may use together, at least 1
   */
  public CommitteeTraining cores(int cores) {
    return new CommitteeTraining(seeds, parallelism, cores, spare);
  }

  /**
   * {@return the same, which begins other members after so many failed}
   *
   * @param spare how many may fail, at least 0
   */
  public CommitteeTraining spare(int spare) {
    return new CommitteeTraining(seeds, parallelism, cores, spare);
  }

  /** {@return the members in order} */
  public List<Member> members() {
    return IntStream.range(0, seeds.size())
        .mapToObj(i -> new Member(i, seeds.get(i)))
        .toList();
  }

  /**
   * Trains the members that the store does not have. When more fail than can be spared, no other is
   * begun, but those in training go on to their end and are kept.
   *
   * @param <R> what becomes of a member
   * @param backend gets the setting {@code threads}
   * @param trainer is called for members that the store does not have, on several threads side by side
   * @param store is asked for all members first, and keeps those that are trained
   * @return what became of the members, in their order
   * @throws IOException if the store cannot be searched
   * @throws MemberFailedException if a member could not be trained or kept, also one that can be
   *     spared: what became of the others is in the store
   * @throws IllegalStateException if this thread is interrupted while it waits; those in training are
   *     interrupted then, and waited for
   */
  public <R> List<R> run(Backend backend, MemberTrainer<R> trainer, MemberStore<R> store)
      throws IOException {
    Map<Member, R> results = new TreeMap<>(Comparator.comparingInt(Member::index));
    for (Member member : members()) {
      Optional<R> finished = store.find(member);
      finished.ifPresent(result -> results.put(member, result));
    }
    List<Member> missing =
        members().stream().filter(member -> !results.containsKey(member)).toList();
    if (!missing.isEmpty()) {
      int width = Math.min(parallelism, missing.size());
      String threads = String.valueOf(Math.max(1, cores / width));
      Backend share = backend.withSettings(Map.of("threads", threads));
      new MemberQueue<>(seeds.size(), spare, trainer, store, results).train(missing, share, width);
    }
    return List.copyOf(results.values());
  }
}
