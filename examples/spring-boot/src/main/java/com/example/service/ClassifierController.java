package com.example.service;

import dev.plenum.predictor.Answer;
import dev.plenum.predictor.PictureRefusedException;
import dev.plenum.predictor.Predictor;
import dev.plenum.predictor.QueueFullException;
import dev.plenum.predictor.Ranked;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** {@code curl -F picture=@7.png localhost:8080/classify}. */
@RestController
public class ClassifierController {
  private final Predictor predictor;

  ClassifierController(Predictor predictor) {
    this.predictor = predictor;
  }

  /** The classes, the most probable first; the request's thread is free while the picture waits. */
  @PostMapping("/classify")
  CompletableFuture<List<Ranked>> classify(@RequestParam("picture") MultipartFile picture)
      throws IOException {
    try (InputStream in = picture.getInputStream()) {
      return predictor.classifyAsync(in).thenApply(Answer::ranking);
    }
  }

  @ExceptionHandler
  ProblemDetail refused(PictureRefusedException e) {
    boolean isNone = e.reason() == PictureRefusedException.Reason.NO_PICTURE;
    return ProblemDetail.forStatusAndDetail(
        isNone ? HttpStatus.UNSUPPORTED_MEDIA_TYPE : HttpStatus.CONTENT_TOO_LARGE, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail full(QueueFullException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS, e.getMessage());
  }
}
