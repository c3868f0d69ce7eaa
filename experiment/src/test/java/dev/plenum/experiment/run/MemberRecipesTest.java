package dev.plenum.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.metric.MacroF1;
import dev.plenum.augmentation.ImageNormalisation;
import dev.plenum.datasets.picture.InkWindow;
import dev.plenum.ensemble.Combination;
import dev.plenum.experiment.BuiltInNetwork;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.Thrown;
import dev.plenum.experiment.run.MemberRecipes.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemberRecipesTest {
  private static final Recipe DENSE = Recipe.of(BuiltInNetwork.DENSE).seed(7);
  private static final Recipe CONV =
      Recipe.of(BuiltInNetwork.SIMPLE_CONV).seed(7).epochs(3);

  @Test
  void kindsFollowEachOtherAndSeedsGoOn() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("wide", 2);
    counts.put("deep", 1);
    MemberRecipes members = MemberRecipes.of(counts, kind -> kind.equals("wide") ? DENSE : CONV);
    assertEquals(List.of(DENSE.seed(7), DENSE.seed(8), CONV.seed(9)), members.all());
    assertEquals(3, members.count());
    assertEquals("wide+deep", members.name());
    assertEquals(Optional.of("wide"), members.kindOf(8));
    assertEquals(Optional.of("deep"), members.kindOf(9));
  }

  @Test
  void membersOfOneKindDifferByTheirSeedsOnly() {
    MemberRecipes members = MemberRecipes.of(DENSE, 2);
    assertEquals(List.of(DENSE.seed(7), DENSE.seed(8)), members.all());
    assertEquals("dense", members.name());
    assertEquals(Optional.empty(), members.kindOf(8));
  }

  @Test
  void aWeightedAverageCannotDoWithoutAMember() {
    MemberRecipes members = MemberRecipes.of(DENSE, 2);
    members.requireAtLeast(1, Combination.average());
    members.requireAtLeast(2, Combination.weightedAverage(1, 2));
    assertEquals(
        "a weighted average needs all of the 2 members, one for each weight, and cannot do with 1: leave it out, or choose another combination",
        Thrown.message(
            IllegalArgumentException.class,
            () -> members.requireAtLeast(1, Combination.weightedAverage(1, 2))));
  }

  @Test
  void kindsThatCannotFormACommitteeAreRefusedByWhatDiffers() {
    String differ = "members of one committee must have the same %s, but 'a' and 'b' have not";
    assertEquals(differ.formatted("window"), refusal(DENSE.window(InkWindow.parse("24x24"))));
    assertEquals(
        differ.formatted("normalisation"),
        refusal(DENSE.normalisation(ImageNormalisation.none().featurewiseStd())));
    assertEquals(differ.formatted("metrics"), refusal(DENSE.metrics(MacroF1.instance())));
    assertEquals(
        "there must be at least 1 member of 'a', found 0",
        Thrown.message(IllegalArgumentException.class, () -> new Kind("a", DENSE, 0)));
    assertEquals(
        "two kinds are called 'a'",
        Thrown.message(
            IllegalArgumentException.class,
            () -> new MemberRecipes(List.of(new Kind("a", DENSE, 1), new Kind("a", CONV, 1)))));
    assertEquals(
        "a committee needs members of at least one kind",
        Thrown.message(IllegalArgumentException.class, () -> new MemberRecipes(List.of())));
  }

  private static String refusal(Recipe other) {
    return Thrown.message(
        IllegalArgumentException.class,
        () -> new MemberRecipes(List.of(new Kind("a", DENSE, 1), new Kind("b", other, 1))));
  }
}
