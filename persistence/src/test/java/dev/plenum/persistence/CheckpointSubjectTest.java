package dev.plenum.persistence;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CheckpointSubjectTest {
  private static CheckpointSubject read(String json) {
    return CheckpointSubject.read(Json.parse(json.replace('\'', '"'), "s"));
  }

  @Test
  void oneOfAVersionThatDidNotKeepDescriptionsFitsAnyTrainingWithTheSameBatches() {
    CheckpointSubject earlier = read("{'seed':1,'batch_size':2,'sha256':'ab'}");
    CheckpointSubject now =
        read("{'seed':1,'batch_size':2,'sha256':'ab','augmentation':{'zoom':0.1},'callbacks':[]}");
    assertDoesNotThrow(() -> earlier.requireSame(now));
    IllegalArgumentException refusal = assertThrows(
        IllegalArgumentException.class,
        () -> earlier.requireSame(read("{'seed':3,'batch_size':2,'sha256':'ab'}")));
    assertEquals(
        "the checkpoint is of another training: its seed is 1, here it is 3", refusal.getMessage());
  }

  @Test
  void oneOfAVersionThatDidNotKeepFirstWeightsAndEpochsFitsAnyTrainingThatIsTheSameOtherwise() {
    CheckpointSubject earlier = read("{'seed':1,'batch_size':2,'sha256':'ab','callbacks':[]}");
    CheckpointSubject now = read(
        "{'seed':1,'batch_size':2,'sha256':'ab','start_weights':'cd','callbacks':[],'epochs':3}");
    assertDoesNotThrow(() -> earlier.requireSame(now));
    assertDoesNotThrow(() -> earlier.requireSameStart(now));
  }

  @Test
  void readsBackWhatItWrote() {
    CheckpointSubject subject = read(
        "{'seed':1,'batch_size':2,'sha256':'ab','start_weights':'cd','normalization':{'zca_whitening':true},'callbacks':[],'epochs':3}");
    assertEquals(subject, CheckpointSubject.read(subject.toJson().asValue("s")));
  }
}
