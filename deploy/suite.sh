# Sourced by deploy/bench and deploy/test, after deploy/jdk.sh: runs a program of the test classes that starts a suite of its own.

# Builds everything, unless AFTERTOUCH_SKIP_BUILD says that it is built, as for deploy/run.
build_for_suite() {
  [ -z "${AFTERTOUCH_SKIP_BUILD:-}" ] || return 0
  find_maven
  echo "Building Aftertouch"
  mkdir -p target
  if ! mvn -B -ntp -DskipTests -Dspotless.check.skip=true package >target/build.log 2>&1; then
    grep -E '^\[ERROR\]' target/build.log | head -12 >&2 || tail -12 target/build.log >&2
    echo "$0: the build failed (target/build.log says more)." >&2
    exit 1
  fi
}

# Becomes the main class $1, with the other arguments. Expects root, the folder of the checkout.
run_with_suite() {
  find_jdk
  cd "$root"
  build_for_suite
  local classes
  classes="deploy/local/target/test-classes:deploy/local/target/classes:$(cat deploy/local/target/test-class-path)"
  exec "$JAVA_HOME/bin/java" -Xmx1g "-Daftertouch.root=$root" -cp "$classes" "$@"
}
