# Sourced by deploy/run and deploy/test: sets JAVA_HOME to a JDK that is new enough, or says what is missing and ends.

needed_java=21

# Prints the feature version of the JDK in the folder $1, or nothing if there is no whole JDK in it.
jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  local version
  version="$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)"
  [ -n "$version" ] || version="$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p')"
  echo "$version"
}

is_new_enough() {
  local version
  version="$(jdk_version "$1")"
  [ -n "$version" ] && [ "$version" -ge "$needed_java" ]
}

# JAVA_HOME first, then the java of the PATH, then the newest in the folders of the system.
find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && is_new_enough "$JAVA_HOME"; then
    return 0
  fi
  local on_path="" home="" best="" best_version=0 version
  if on_path="$(command -v javac)"; then
    home="$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")")"
    if is_new_enough "$home"; then
      export JAVA_HOME="$home"
      return 0
    fi
  fi
  for home in /usr/lib/jvm/* /usr/local/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/jdk* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    is_new_enough "$home" || continue
    version="$(jdk_version "$home")"
    if [ "$version" -gt "$best_version" ]; then
      best="$home"
      best_version="$version"
    fi
  done
  if [ -z "$best" ]; then
    echo "$0: a JDK $needed_java or newer is missing: install one (on Debian: apt-get install openjdk-21-jdk-headless) or set JAVA_HOME." >&2
    exit 1
  fi
  export JAVA_HOME="$best"
}

find_maven() {
  if ! command -v mvn >/dev/null; then
    echo "$0: Maven 3.8.7 or newer is missing: install it (on Debian: apt-get install maven)." >&2
    exit 1
  fi
}
