package dev.plenum.benchmarks;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Whom the benchmarks may know: all modules, but only the kernels' package may know an engine. */
@AnalyzeClasses(packages = "dev.plenum.benchmarks", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String KERNELS = "dev.plenum.benchmarks.kernels..";

  @ArchTest
  static final ArchRule ONLY_THE_KERNELS_BENCHMARK_NAMES_A_BACKENDS_CLASS = noClasses()
      .that(not(resideInAPackage(KERNELS)))
      .should()
      .dependOnClassesThat(resideInAPackage("dev.plenum.backend.."));

  @ArchTest
  static final ArchRule IT_KNOWS_NO_INTERNALS_BUT_THOSE_OF_THE_PURE_JAVA_BACKEND = noClasses()
      .should()
      .dependOnClassesThat(resideInAPackage("dev.plenum..internal..")
          .and(not(resideInAPackage("dev.plenum.backend.purejava.internal.."))));

  @ArchTest
  static final ArchRule ONLY_THE_PEAK_KNOWS_THE_VECTOR_API = noClasses()
      .that(not(resideInAPackage("dev.plenum.benchmarks.peak..")))
      .should()
      .dependOnClassesThat(resideInAPackage("jdk.incubator.vector.."));

  @ArchTest
  static final ArchRule THE_PACKAGES_HAVE_NO_CYCLES =
      slices().matching("dev.plenum.benchmarks.(*)..").should().beFreeOfCycles();
}
