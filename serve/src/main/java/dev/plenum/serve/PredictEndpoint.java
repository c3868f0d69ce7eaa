package dev.plenum.serve;

import dev.plenum.predictor.Answer;
import dev.plenum.serve.http.AsyncEndpoint;
import dev.plenum.serve.http.Call;
import dev.plenum.serve.http.Problem;
import dev.plenum.serve.http.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/models/NAME:predict}.
 *
 * @param patience how long an answer may take
 */
record PredictEndpoint(HostedModels models, Duration patience) implements AsyncEndpoint {
  /** Asks a model about a picture. */
  @FunctionalInterface
  private interface Asking {
    CompletableFuture<Answer> about(byte[] picture);
  }

  @Override
  public CompletionStage<Reply> answer(Call call) throws IOException {
    HostedModel model = models.get(call.parameter());
    AnswerOptions options = AnswerOptions.of(call);
    AnswerWriter writer = new AnswerWriter(model.name(), options);
    Asking asking = options
        .preparation()
        .<Asking>map(how -> picture -> PreparedPictures.classify(model, picture, how))
        .orElse(model.predictor()::classifyAsync);
    Pictures pictures = Pictures.of(call);
    if (pictures.isOne()) {
      return outcome(asking, pictures.all().get(0))
          .thenApply(outcome -> outcome
              .problem()
              .map(Problem::reply)
              .orElseGet(() -> Reply.json(writer.write(List.of(outcome)))));
    }
    List<CompletableFuture<Outcome>> outcomes = outcomes(asking, pictures.all());
    return CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new))
        .thenApply(
            nothing -> reply(outcomes.stream().map(CompletableFuture::join).toList(), writer));
  }

  /** Decodes one after another, until it has taken too long. */
  private List<CompletableFuture<Outcome>> outcomes(Asking asking, List<byte[]> pictures) {
    long end = System.nanoTime() + patience.toNanos();
    return pictures.stream()
        .map(picture -> System.nanoTime() < end
            ? outcome(asking, picture)
            : CompletableFuture.completedFuture(Outcome.of(Problems.late())))
        .collect(Collectors.toList());
  }

  private CompletableFuture<Outcome> outcome(Asking asking, byte[] picture) {
    return asking
        .about(picture)
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .handle(PredictEndpoint::outcome);
  }

  private static Outcome outcome(@Nullable Answer answer, @Nullable Throwable failure) {
    return answer == null
        ? Outcome.of(Problems.of(Objects.requireNonNull(failure)))
        : Outcome.of(answer);
  }

  /** A success if any picture has an answer, else a failure as that of the first. */
  private static Reply reply(List<Outcome> outcomes, AnswerWriter writer) {
    Reply reply = Reply.json(writer.write(outcomes));
    Optional<Problem> first = outcomes.get(0).problem();
    boolean isFailure = outcomes.stream().allMatch(outcome -> outcome.problem().isPresent());
    return isFailure ? reply.withStatus(first.orElseThrow().status()) : reply;
  }
}
