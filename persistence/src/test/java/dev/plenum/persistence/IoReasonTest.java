package dev.plenum.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import org.junit.jupiter.api.Test;

class IoReasonTest {

  @Test
  void noReasonIsAClass() {
    for (IOException e : List.of(
        new NoSuchFileException("/a"),
        new AccessDeniedException("/a"),
        new NotDirectoryException("/a"),
        new FileAlreadyExistsException("/a"),
        new DirectoryNotEmptyException("/a"),
        new FileSystemLoopException("/a"),
        new FileSystemException("/a", null, "Too many levels of symbolic links"))) {
      assertFalse(IoReason.of(e).contains("Exception"), IoReason.of(e));
    }
    assertEquals("/a is there already", IoReason.of(new FileAlreadyExistsException("/a")));
  }
}
