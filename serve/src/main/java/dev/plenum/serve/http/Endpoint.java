package dev.plenum.serve.http;

import java.io.IOException;

/** Answers requests, several at once. */
@FunctionalInterface
public interface Endpoint {
  /**
   * Answers one.
   *
   * @param call the request, which has arrived as a whole
   * @return what the client gets
   * @throws ProblemException what the client is told
   * @throws IOException of which the client is told only that there was one
   */
  Reply answer(Call call) throws IOException;
}
