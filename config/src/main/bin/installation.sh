# shellcheck shell=sh
# Read by the programs beside it: where this installation is, which Java runs it, and how.
# Sets home, java_home, classes and options; ends the program with 2 when something is missing.

home=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd -P)
case $home in
  *[[:space:]]*)
    echo "The installation folder must have no blank in its path: $home" >&2
    exit 2
    ;;
esac

java_home=${JAVA_HOME:-}
if [ -z "$java_home" ] && command -v java >/dev/null; then
  java_home=$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")
fi
if [ ! -x "$java_home/bin/java" ]; then
  echo "No Java found: install openjdk-17-jre-headless, or set JAVA_HOME to a Java of version 17 or newer." >&2
  exit 2
fi

# Native libraries lie as their jars have them.
case $(uname -m) in
  x86_64 | amd64) sqlite=Linux/x86_64 serial=Linux/x86_64 jna=linux-x86-64 ;;
  aarch64 | arm64) sqlite=Linux/aarch64 serial=Linux/armv8_64 jna=linux-aarch64 ;;
  *)
    echo "No native libraries for $(uname -m) here; there are some for x86_64 and aarch64." >&2
    exit 2
    ;;
esac
native=$home/lib/native

classes=
for jar in "$home"/lib/*.jar; do
  classes=$classes${classes:+:}$jar
done

# Small, quick to start, closed to debuggers and to serialised objects; native code only from this installation.
options="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms16m -Xmx64m
  -XX:MinHeapFreeRatio=5 -XX:MaxHeapFreeRatio=10 -Xshare:auto -Xlog:disable -Xlog:all=error:stderr
  -XX:+DisableAttachMechanism -XX:-UsePerfData -Djdk.serialFilter=!*
  -Dorg.sqlite.lib.path=$native/org/sqlite/native/$sqlite
  -DjSerialComm.library.path=$native/$serial
  -Djna.boot.library.path=$native/com/sun/jna/$jna -Djna.nounpack=true
  -Djava.awt.headless=true -Dfile.encoding=UTF-8
  -Dlogback.configurationFile=$home/config/logback.xml"
if [ -f "$home/lib/classes.jsa" ]; then
  options="$options -XX:SharedArchiveFile=$home/lib/classes.jsa"
fi
