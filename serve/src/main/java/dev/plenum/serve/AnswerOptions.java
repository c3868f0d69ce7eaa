package dev.plenum.serve;

import dev.plenum.datasets.picture.Preparation;
import dev.plenum.serve.http.Call;
import dev.plenum.serve.http.Problem;
import dev.plenum.serve.http.ProblemException;
import java.util.Optional;

/**
 * What a client wants beside classes and probabilities.
 *
 * @param seen the pixels that the network saw
 * @param votes what each member of a committee thinks
 * @param preparation how pictures become images, if not as usual
 */
record AnswerOptions(boolean seen, boolean votes, Optional<Preparation> preparation) {
  static AnswerOptions of(Call call) throws ProblemException {
    return new AnswerOptions(flag(call, "seen"), flag(call, "votes"), preparation(call));
  }

  private static Optional<Preparation> preparation(Call call) throws ProblemException {
    try {
      return call.query("prepare").map(Preparation::named);
    } catch (IllegalArgumentException e) {
      throw new Problem(
              400,
              "There is no such preparation of pictures",
              "prepare=" + call.query("prepare").orElse(""),
              String.valueOf(e.getMessage()))
          .exception();
    }
  }

  private static boolean flag(Call call, String name) throws ProblemException {
    String value = call.query(name).orElse("false");
    if (!value.equals("true") && !value.equals("false")) {
      throw new Problem(
              400,
              "A parameter has no value that it can have",
              name + "=" + value,
              "write " + name + "=true, or leave it out")
          .exception();
    }
    return value.equals("true");
  }
}
