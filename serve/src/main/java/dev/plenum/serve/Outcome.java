package dev.plenum.serve;

import dev.plenum.predictor.Answer;
import dev.plenum.serve.http.Problem;
import java.util.Optional;

/** What became of a picture: an answer, or a problem. */
record Outcome(Optional<Answer> answer, Optional<Problem> problem) {
  static Outcome of(Answer answer) {
    return new Outcome(Optional.of(answer), Optional.empty());
  }

  static Outcome of(Problem problem) {
    return new Outcome(Optional.empty(), Optional.of(problem));
  }
}
