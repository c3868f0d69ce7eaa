package dev.plenum.backend.dl4j;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.plenum.backend.dl4j",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule knowsOnlyTheApiAndNd4j = classes()
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(
          "dev.plenum.backend.dl4j..",
          "dev.plenum.api..",
          "java..",
          "org.bytedeco.javacpp..",
          "org.deeplearning4j..",
          "org.jspecify..",
          "org.nd4j..");

  /** So that asking what there is neither needs ND4J's jars nor loads its native code. */
  @ArchTest
  static final ArchRule availabilityIsFoundOutWithoutNd4j = noClasses()
      .that()
      .resideInAnyPackage("dev.plenum.backend.dl4j", "..availability..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "org.bytedeco..");

  /** So that who needs ND4J's operations alone can leave the jars of its networks out. */
  @ArchTest
  static final ArchRule onlyOnePackageKnowsDeeplearning4jsNetworks = noClasses()
      .that()
      .resideOutsideOfPackages("..internal.nn", "..files..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("org.deeplearning4j..");

  @ArchTest
  static final ArchRule usesNoFunctionThatDiffersBetweenJvms = noClasses()
      .should()
      .callMethodWhere(
          target(owner(JavaClass.Predicates.type(Math.class)))
              .and(
                  target(
                      nameMatching(
                          "exp|expm1|log|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|hypot|cbrt"))));
}
