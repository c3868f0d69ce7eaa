package dev.plenum.backend.dl4j.internal.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

  @ParameterizedTest
  @CsvSource({
    "Linux,amd64,linux-x86_64,liba.so",
    "Linux,aarch64,linux-arm64,liba.so",
    "Linux,riscv64,linux-riscv64,liba.so",
    "Mac OS X,x86_64,macosx-x86_64,liba.dylib",
    "Mac OS X,aarch64,macosx-arm64,liba.dylib",
    "Windows 11,amd64,windows-x86_64,a.dll"
  })
  void systemsAreCalledAsJavaCppCallsThem(
      String osName, String osArch, String platform, String file) {
    assertEquals(platform, Platform.of(osName, osArch));
    assertEquals(file, Platform.libraryFile(platform, "a"));
  }
}
