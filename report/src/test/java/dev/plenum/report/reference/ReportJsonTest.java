package dev.plenum.report.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.experiment.reference.Reproduction;
import dev.plenum.experiment.reference.Reproductions;
import dev.plenum.experiment.reference.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportJsonTest {
  @Test
  void theKeysAreTheAgreedOnesInTheirOrder() {
    Reproduction reproduction =
        Reproductions.of(List.of(Reproductions.published(Stage.SIMPLE_CONV)));
    assertEquals("""
        {
          "stages": [ {
            "stage": "1a",
            "published": {
              "loss": 0.0432,
              "accuracy": 0.9907
            },
            "runs": [ {
              "seed": 1,
              "loss": 0.0432,
              "accuracy": 0.9907,
              "seconds": 1234.5,
              "weightsSha256": "275154389e2bb8485f0ec4d7ae1702284036c770bea56749ba28a40505eb176f"
            } ]
          } ],
          "seconds": 1234.5,
          "provenance": {
            "command": "plenum reproduce",
            "plenumVersion": "0.1.0",
            "started": "2026-11-24T14:59:16Z",
            "backend": {
              "name": "purejava",
              "engine": "Plenum pure Java",
              "device": "AMD EPYC",
              "instructionSet": "vector 512-bit",
              "threads": 2
            },
            "jvm": "OpenJDK 64-Bit Server VM 25",
            "os": "Linux 6.1 amd64",
            "quick": false,
            "seed": 1,
            "seeds": 1,
            "splitSeed": 42,
            "dataset": {
              "name": "mnist",
              "sha256": "275154389e2bb8485f0ec4d7ae1702284036c770bea56749ba28a40505eb176f",
              "train": 50000,
              "validation": 10000,
              "test": 10000
            }
          }
        }
        """, ReportJson.of(reproduction).toString());
  }

  @Test
  void aCommitteeStandsBesideItsMembers() {
    Reproduction reproduction =
        Reproductions.of(List.of(Reproductions.published(Stage.DEEP_COMMITTEE)));
    String json = ReportJson.of(reproduction).toString();
    assertEquals(5, json.split("\"seed\": ", -1).length - 2); // one is the provenance's
    assertEquals(1, json.split("\"misclassified\": 26", -1).length - 1);
  }
}
