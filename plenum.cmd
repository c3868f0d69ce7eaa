@echo off
rem Starts Plenum; in a checkout it builds it first when that has not been done yet, or sources changed
rem since. In a distribution it is bin\plenum.cmd, and the jars are there.
rem Java is the one of an image where it lies in one, else %JAVA_HOME%'s where that is set, else the one on
rem the path.
setlocal EnableExtensions
set "ROOT=%~dp0"
set "TARGET=%ROOT%app\target"
if not exist "%ROOT%pom.xml" set "TARGET=%ROOT%.."

set "IMAGE="
if not exist "%ROOT%pom.xml" if exist "%TARGET%\jre\bin\java.exe" set "IMAGE=%TARGET%\jre"
if defined IMAGE (set "JAVA=%IMAGE%\bin\java.exe") else if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java.exe")
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo plenum: Java was not found. Install a JDK 17 or later, and set JAVA_HOME to it or put its java on the path. 1>&2
  exit /b 1
)
for /f "tokens=3" %%v in ('""%JAVA%" -version 2>&1" ^| findstr /c:" version "') do set "VERSION=%%~v"
for /f "delims=.-+" %%m in ("%VERSION%") do set "MAJOR=%%m"
if %MAJOR% lss 17 (
  echo plenum: Java 17 or later is needed; %JAVA% is version %VERSION%. 1>&2
  exit /b 1
)

if exist "%ROOT%pom.xml" call :build_if_stale || exit /b 1

set "VECTOR="
"%JAVA%" --list-modules | findstr /b /c:"jdk.incubator.vector" >nul && set "VECTOR=--add-modules=jdk.incubator.vector"

if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=passive"
set "UNSAFE="
if %MAJOR% geq 24 set "UNSAFE=--sun-misc-unsafe-memory-access=allow"

rem A distribution's backends, and jars of others, such as a backend of one's own.
set "CLASSPATH_OF_ALL=%TARGET%\lib\*"
for /d %%b in ("%TARGET%\backends\*") do call set "CLASSPATH_OF_ALL=%%CLASSPATH_OF_ALL%%;%%b\*"
if defined PLENUM_CLASSPATH set "CLASSPATH_OF_ALL=%CLASSPATH_OF_ALL%;%PLENUM_CLASSPATH%"

"%JAVA%" -XX:+UseSerialGC -Xms256m -XX:ObjectAlignmentInBytes=64 --enable-native-access=ALL-UNNAMED %UNSAFE% %VECTOR% -cp "%CLASSPATH_OF_ALL%" dev.plenum.app.Main %*
exit /b %ERRORLEVEL%

:build_if_stale
powershell -NoProfile -Command ^
  "$stamp = Get-Item '%TARGET%\launcher.stamp' -ErrorAction SilentlyContinue;" ^
  "if (-not $stamp) { exit 1 };" ^
  "Set-Location '%ROOT%';" ^
  "$newer = Get-ChildItem pom.xml, .mvn, */pom.xml, */src/main -Recurse |" ^
  "  Where-Object LastWriteTime -gt $stamp.LastWriteTime | Select-Object -First 1;" ^
  "if ($newer) { exit 1 }"
if errorlevel 1 goto build
exit /b 0

:build
where mvn >nul 2>&1
if errorlevel 1 (
  echo plenum: Maven was not found; it is needed to build Plenum. Install Maven 3.8 or later. 1>&2
  exit /b 1
)
echo plenum: building (takes a minute or two the first time) ... 1>&2
if not exist "%TARGET%" mkdir "%TARGET%"
type nul >"%TARGET%\launcher.stamp.new"
pushd "%ROOT%"
call mvn -B -q -pl app -am -Dmaven.test.skip=true -Dwithout-checks package >"%TARGET%\launcher.log" 2>&1
set "RESULT=%ERRORLEVEL%"
popd
if not %RESULT%==0 (
  type "%TARGET%\launcher.log" 1>&2
  echo plenum: the build failed; its output is above. 1>&2
  exit /b 1
)
move /y "%TARGET%\launcher.stamp.new" "%TARGET%\launcher.stamp" >nul
exit /b 0
