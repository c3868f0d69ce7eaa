package dev.plenum.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/** Of which file, how large and how old what was read is; another stamp is another file. */
record FileStamp(String key, long bytes, FileTime changed) {
  static FileStamp of(Path file) throws IOException {
    BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
    return new FileStamp(String.valueOf(found.fileKey()), found.size(), found.lastModifiedTime());
  }
}
