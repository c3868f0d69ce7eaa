package dev.plenum.serve;

import dev.plenum.serve.http.Call;
import dev.plenum.serve.http.Problem;
import dev.plenum.serve.http.ProblemException;

/** What a client wants beside classes and probabilities. */
record AnswerOptions(boolean seen, boolean votes) {
  static AnswerOptions of(Call call) throws ProblemException {
    return new AnswerOptions(flag(call, "seen"), flag(call, "votes"));
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
