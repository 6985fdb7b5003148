# A part of bin/stretch: builds, one process at a time; what is fresh by then is not built again.
# shellcheck shell=sh

alive() { # kill -0 also fails on another user's process
  [ -n "$1" ] && { kill -0 "$1" 2>/dev/null || [ -e "/proc/$1" ]; }
}

# locked: whether the lock's holder, or the Maven of a holder that was killed, still runs
locked() {
  holder='' builder=''
  { read -r holder && read -r builder; } 2>/dev/null <"$lock/pids"
  alive "$holder" || alive "$builder"
}

# Takes the lock, or waits until another's build is done and there is nothing left to take it for. A lock whose holder
# is dead is moved away by one process alone: the one that made `breaking` inside it and looked once more.
take_lock() {
  waited=0
  until mkdir "$lock" 2>/dev/null; do
    if ! locked; then
      [ -f "$lock/pids" ] || sleep 1 # its holder may be about to write its pid
      if ! locked && mkdir "$lock/breaking" 2>/dev/null; then
        if locked; then rmdir "$lock/breaking"; else mv "$lock" "$lock.$$" && rm -rf "$lock.$$"; fi
        continue
      fi
    fi
    fresh && return 1
    [ "$waited" -ne 2 ] || echo 'stretch: waiting for another build to finish...' >&2
    [ "$waited" -lt 900 ] || fail 75 "another build holds $lock for long; if none runs, remove that folder"
    sleep 1
    waited=$((waited + 1))
  done
  echo $$ >"$lock/pids"
}

# abandon CODE: a signal came while building. Maven was started with & and so does not hear Ctrl-C itself.
abandon() {
  trap '' INT TERM HUP
  [ -z "$maven" ] || { kill "$maven" && wait "$maven"; } 2>/dev/null
  rm -rf "$lock"
  exit "$1"
}

lock=$target/.lock maven='' mask=$(umask)
umask go-w # others may run what is built, and never change it
mkdir -p "$target" 2>/dev/null && [ -w "$target" ] ||
  fail 73 "cannot build, $top is not writable; run it once as a user who may write there"
take_lock || return 0
trap 'abandon 130' INT
trap 'abandon 143' TERM
trap 'abandon 129' HUP
if ! fresh; then # else another finished it between our look and our lock
  found=$(command -v mvn) || { rm -rf "$lock" && fail 78 "Maven is needed to build; $advice"; }
  first javac || { rm -rf "$lock" && fail 78 "a JDK 17 or newer (with javac) is needed to build; $advice"; }
  home=$("${found%/*}/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
  if [ -f "$target/.built" ]; then
    echo 'stretch: building again, the sources changed...' >&2
  else
    echo 'stretch: building (first use, takes a minute)...' >&2
  fi
  # Removed, not written over: a stretch that is running keeps the old file. And a newer JDK's new warnings are no
  # reason to stop a user, who did not write the sources.
  rm -f "$target/stretch.jar" "$target/.built"
  JAVA_HOME=$home MAVEN_OPTS="${MAVEN_OPTS:--XX:TieredStopAtLevel=1 -XX:+UseSerialGC}" \
    mvn -f "$top/pom.xml" -B -q -Dstyle.color=never \
    -Dmaven.test.skip=true -Dmaven.compiler.failOnWarning=false package </dev/null >"$target/build.log" 2>&1 &
  maven=$!
  echo "$maven" >>"$lock/pids"
  if ! wait "$maven" || [ ! -f "$target/.built" ]; then
    echo 'stretch: the build failed; the end of target/build.log:' >&2
    tail -n 20 "$target/build.log" >&2
    rm -rf "$lock"
    exit 70
  fi
fi
rm -rf "$lock"
umask "$mask"
trap - INT TERM HUP
