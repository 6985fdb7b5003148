# Makes the class-data archive that lets stretch start in a fraction of the time: its classes as the JVM holds them in
# memory, ready to be mapped. start.sh starts this in the background, at the first run on a Java, as
#   warm.sh ARCHIVE JAR JAVA FLAGS...
# and it learns what short commands need, or if the archive's name ends in -session, what a session on the full screen does.
# The JVM leaves an archive alone that was made by another JVM, of another jar, or that is cut short.
# shellcheck shell=sh
set -u
archive=$1 jar=$2 java=$3
shift 3
folder=${archive%/*} lock=$archive.making

umask 077
mkdir -p "$folder" 2>/dev/null || exit 0
# Many may start at once: one makes it, the others leave. Of two that both find a dead one's lock, both may build; each
# builds in a folder of its own name and moves the whole archive into place, so that no harm comes of it.
if ! mkdir "$lock" 2>/dev/null; then
  maker=''
  { read -r maker <"$lock/maker"; } 2>/dev/null
  # What failed is tried again a day later; and a number may belong to another process by then.
  [ -n "$(find "$lock" -prune -mtime +0 2>/dev/null)" ] ||
    { [ -n "$maker" ] && [ "$maker" != failed ] && ! kill -0 "$maker" 2>/dev/null; } || exit 0
  rm -rf "$lock"
  mkdir "$lock" 2>/dev/null || exit 0
fi
echo $$ >"$lock/maker" || exit 0
work=$lock/$$
mkdir "$work" || exit 0

# Beside the run that started this, not before it.
sleep 1

# The list is sorted, its numbers go, and so do classes that are needed only if a thread had to wait for another: the
# same program is to give the same archive (bin/dist). Sorted backwards, hints (@) come after the classes they speak of.
# A hint that is there twice is of two places that look alike, each of which needs a class of its own.
waits='/^java\/util\/concurrent\/\(locks\/AbstractQueued[A-Za-z]*\$\|locks\/LockSupport\|CompletableFuture\$\)/d'

# Of the flags this one must be the same at the dump, or the modules are not mapped with the classes. A Java that knows it
# also knows how to link classes ahead: all of them, at every start, which is why there are so few. No two archives that are
# linked are the same, so one that is to travel is not (bin/dist). What else the compiler noted of each class (@cp) helps to
# link it, and depends on when it was compiled: without linking it only makes two lists differ.
newer='' notes='/^@cp/d'
case " $* " in
  *' --enable-native-access=ALL-UNNAMED '*)
    newer=--enable-native-access=ALL-UNNAMED
    [ "${archive##*/}" = start.jsa ] || { newer="$newer -XX:+AOTClassLinking" && notes=''; }
    ;;
esac

# What a session needs is seen on a terminal alone, which `script` makes: that of Linux, or else that of macOS. Somebody
# presses s all the time, which goes on from wherever it is. What fails, as when stretch is removed meanwhile, is nothing
# to report: the file that says so goes with the rest.
learn() {
  tty='' flags=$*
  # shellcheck disable=SC2016 # read by another shell, which has what is exported
  line='exec "$java" $flags $tty -Xshare:auto "-XX:DumpLoadedClassList=$work/all" "-Djava.io.tmpdir=$work" -cp "$jar" stretch.Main warm-up "$work/home"'
  export java flags tty work jar SHELL=/bin/sh
  case $archive in
    *-session.jsa)
      tty=-Dstretch.tty=012
      while printf s; do sleep 1; done | { script -qec "$line" /dev/null || script -q /dev/null sh -c "$line"; }
      ;;
    *) sh -c "$line" ;;
  esac
}

# It is dumped under G1, whatever it runs under: then objects of the heap end it, and without those JDK 17 does not see
# that one is cut short, and crashes.
# shellcheck disable=SC2086 # a list of words
if learn "$@" &&
  sed -e '/^#/d' -e "$notes" -e "$waits" -e 's/ id: .*//' "$work/all" |
  LC_ALL=C sort -r >"$work/classes" &&
  "$java" $newer -XX:+UseG1GC -Xlog:disable -Xshare:dump "-XX:SharedClassListFile=$work/classes" \
    "-XX:SharedArchiveFile=$work/archive" -cp "$jar" && mv -f "$work/archive" "$archive"; then
  # What is left of older builds, and of an older Java at this place.
  ours=${archive%.jsa} ours=${ours%-session}
  for old in "$folder"/*.jsa; do
    case $old in
      "$ours".jsa | "$ours"-session.jsa) ;;
      *) rm -f "$old" ;;
    esac
  done
  rm -rf "$lock"
else
  rm -rf "$work"
  echo failed >"$lock/maker"
fi
