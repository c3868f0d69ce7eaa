# What all findings share: a folder that goes away, packages at fixed versions, and the verdict. To be
# sourced at a script's beginning.
set -euo pipefail

java_sources=$(cd "$(dirname "$0")/java" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# maven GROUP:ARTIFACT:VERSION[:CLASSIFIER]…: these jars, and what they need, come into the folder lib.
maven() {
  local group artifact version classifier
  {
    echo '<project><modelVersion>4.0.0</modelVersion><groupId>finding</groupId>'
    echo '<artifactId>finding</artifactId><version>1</version><dependencies>'
    while IFS=: read -r group artifact version classifier; do
      echo "<dependency><groupId>$group</groupId><artifactId>$artifact</artifactId>"
      echo "<version>$version</version>${classifier:+<classifier>$classifier</classifier>}</dependency>"
    done < <(printf '%s\n' "$@")
    echo '</dependencies></project>'
  } >pom.xml
  mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies \
    -DoutputDirectory=lib -DincludeScope=runtime -Djavacpp.platform=linux-x86_64 >&2
}

# nd4j [GROUP:ARTIFACT:VERSION]…: the same, and ND4J 1.0.0-M2.1 with its native code.
nd4j() {
  maven "$@" org.nd4j:nd4j-native:1.0.0-M2.1 org.nd4j:nd4j-native:1.0.0-M2.1:linux-x86_64 \
    org.bytedeco:openblas:0.3.19-1.5.7:linux-x86_64 org.bytedeco:javacpp:1.5.7:linux-x86_64 \
    org.slf4j:slf4j-nop:1.7.36
}

# samediff, opencv VERSION: a Java program can compare ONNX Runtime with that engine (java/Engines.java).
samediff() {
  nd4j org.nd4j:samediff-import-onnx:1.0.0-M2.1 "${onnx[@]}"
  javac -cp 'lib/*' -d classes "$java_sources"/{Onnx,Engines,SameDiffEngine}.java
}
opencv() {
  maven "org.openpnp:opencv:$1" "${onnx[@]}"
  javac -cp 'lib/*' -d classes "$java_sources"/{Onnx,Engines,OpenCvEngine}.java
}
onnx=(com.microsoft.onnxruntime:onnxruntime:1.29.0 org.tribuo:tribuo-util-onnx:4.3.2)

# runs: compiles and runs Main.java with the jars. What libraries log is shown only if it fails.
runs() {
  mkdir -p lib classes
  javac -nowarn -cp 'lib/*:classes' -d classes Main.java >log 2>&1 &&
    java -Dorg.bytedeco.javacpp.cachedir="$work/cache" -cp 'lib/*:classes' Main 2>>log ||
    { cat log >&2; return 1; }
}

# sees COMMAND…: prints what a command prints; fails unless that is standard input, word for word.
sees() {
  local expected seen
  expected=$(cat)
  seen=$("$@")
  printf 'Seen:\n%s\n' "$seen"
  if [ "$seen" != "$expected" ]; then
    printf 'It has changed; it was:\n%s\n' "$expected"
    return 1
  fi
}
