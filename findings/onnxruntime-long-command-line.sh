#!/usr/bin/env bash
# ONNX Runtime crashes a JVM whose command line has 4,000 characters or more.
. "$(dirname "$0")/common.sh"
cat <<'END'
With:      com.microsoft.onnxruntime:onnxruntime 1.29.0; OrtEnvironment.getEnvironment() in a JVM on
           Linux that was started with a long class path or property.
Expected:  the environment, however long the command line.
Behaviour: the JVM is killed by signal 11 (exit code 139); an @file of arguments avoids it.
END
maven com.microsoft.onnxruntime:onnxruntime:1.29.0
cat >Main.java <<'END'
class Main {
  public static void main(String[] args) {
    System.out.println(ai.onnxruntime.OrtEnvironment.getEnvironment().getVersion());
  }
}
END
mkdir classes
javac -cp 'lib/*' -d classes Main.java
attempt() {
  local code=0
  java "$@" -cp 'lib/*:classes' Main 2>log || code=$?
  echo "exit code $code"
}
attempts() {
  local long
  long=-Dlong=$(printf '%04000d' 0)
  echo "$long" >arguments
  echo 'short command line:'
  attempt -Dlong=0
  echo 'long command line:'
  attempt "$long"
  echo 'the same in a file:'
  attempt @arguments
}
sees attempts <<'END'
short command line:
1.29.0
exit code 0
long command line:
exit code 139
the same in a file:
1.29.0
exit code 0
END
