package dev.plenum.datasets.parquet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Whom the reader of tables may know: no Hadoop, no native code. */
@AnalyzeClasses(packages = "dev.plenum.datasets.parquet", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule KNOWS_DATASETS_AND_DECODERS_ONLY = classes()
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(
          "dev.plenum.datasets",
          "dev.plenum.datasets.parquet..",
          "dev.plenum.datasets.spi",
          "com.fasterxml.jackson..",
          "io.airlift.compress..",
          "org.apache.parquet..",
          "java..",
          "org.jspecify..");

  @ArchTest
  static final ArchRule NOTHING_IS_PRINTED = noClasses()
      .should()
      .accessField(System.class, "out")
      .orShould()
      .accessField(System.class, "err");
}
