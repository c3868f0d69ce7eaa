package dev.plenum.serve.http;

import java.io.IOException;
import java.util.concurrent.CompletionStage;

/** Answers requests later, so that no thread waits for what takes time. */
@FunctionalInterface
public interface AsyncEndpoint {
  /**
   * Begins to answer one.
   *
   * @param call the request, which has arrived as a whole
   * @return the answer, or what {@link Endpoint#answer} may throw
   * @throws ProblemException what the client is told
   * @throws IOException of which the client is told only that there was one
   */
  CompletionStage<Reply> answer(Call call) throws IOException;
}
