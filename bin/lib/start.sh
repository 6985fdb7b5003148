# A part of bin/stretch: makes the command that starts Java the parameters, and `command` what stretch is asked to do.
# shellcheck shell=sh

command='' skip=''
for word; do
  case $skip$word in
    --routines | --db | --config | --color) skip=skip: ;; # the next word is its value
    skip:*) skip='' ;;
    -h | --help | -V | --version) command=help && break ;; # beside it there may be no command
    -*) ;;
    *) command=$word && break ;;
  esac
done

# These may show the full screen.
session=''
case $command in run | resume | suggest | checkin | '') session=-session ;; esac

# Short runs gain by the quick compiler alone (1), which waits for what is called thrice as often as usual. A session lasts
# longer and does little: what draws its moments is compiled early, or for minutes it would not be. An import of years, and
# an export with all steps, gain by both compilers (4); one of sessions alone is over before the second has paid for itself.
compilers='-XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=3'
case $command,$* in
  run,*--dry-run*) ;;
  run,* | resume,* | ,*)
    compilers='-XX:TieredStopAtLevel=1 -XX:CompileCommand=quiet'
    for room in figure screen session terminal; do
      compilers="$compilers -XX:CompileCommand=CompileThresholdScaling,stretch.$room*::*,0.05"
    done
    ;;
  import,* | export,*--steps* | export,*json*) compilers=-XX:TieredStopAtLevel=4 ;;
  export,*) compilers=-XX:TieredStopAtLevel=1 ;;
esac

# Which of the three streams are terminals, and how wide: the shell knows at once, Java would have to load a library.
tty='' columns=80 rows=24
[ ! -t 0 ] || tty=0
[ ! -t 2 ] || tty=${tty}2
if [ -t 1 ]; then
  tty=${tty}1
  # Inside $(...) the terminal is no longer 1.
  { size=$(stty size 2>/dev/null <&4); } 4>&1 && columns=${size#* } rows=${size% *}
fi
# A session lives in a few megabytes; without a bound Java would take a share of the machine's memory. What libraries
# log would go to the terminal, by default; with a configuration that says nothing it goes nowhere.
flags='-XX:+UseSerialGC -Xms6m -Xmn2m -Xmx160m -Xss512k -XX:-UsePerfData -Xlog:disable -Djava.util.logging.config.file=/dev/null'
flags="$flags -XX:+UnlockDiagnosticVMOptions -XX:-DisplayVMOutput"
# The database's driver asks for a calendar, for which Java would look through the customs of every country. Ours are
# nobody's: what Java has built in is enough, which is all that Linux has under this name.
[ ! -d /proc/self ] || flags="$flags -Djava.locale.providers=HOST"

[ -r "$target/stretch.jar" ] && [ -s "$target/stretch.jar" ] ||
  fail 78 "$target/stretch.jar is missing or cannot be read; install stretch again"

# Java reserves far more addresses than it uses. Where a limit on them cannot be lifted, it is tried whether Java starts
# with room to spare (256 MB): what it says itself where it does not is no help, and its code is 1.
# shellcheck disable=SC3045 # where a shell knows no such limit, none is looked at
for limit in v d; do
  ulimit -S "-$limit" unlimited 2>/dev/null && continue
  size=$(ulimit "-$limit")
  # shellcheck disable=SC2086 # a list of words
  [ "$size" = unlimited ] ||
    { (ulimit -S "-$limit" $((size - 262144)) && "$java" $flags -XX:+SuppressFatalErrorMessage -version || exit 1); } \
      >/dev/null 2>&1 || scarce "$limit"
done

# The archives of classes, made ready to be mapped, one for short commands and one for sessions: named after the jar's hash
# and the Java's version. They lie with what was built, or where that is another's, in the cache folder, and may be thrown
# away at any time.
id='' version='' archive=''
{ read -r id <"$target/stretch.id"; } 2>/dev/null
while [ -z "$version" ] && IFS= read -r line; do
  case $line in
    JAVA_RUNTIME_VERSION=*) version=${line#*\"} version=${version%\"*} ;;
  esac
done 2>/dev/null <"${java%/bin/java}/release"
# Newer ones warn of native libraries unless they are told that they are meant; older ones map less of the archive if told.
case ${version%%[!0-9]*} in
  17 | 18 | 19 | 2[0-3]) ;;
  *) flags="$flags --enable-native-access=ALL-UNNAMED" ;;
esac
# ready KIND: sets `archive` to that of this kind; where there is none yet, one is made while this run goes on without
ready() {
  [ -n "$keep" ] && [ -n "$id" ] && [ -n "$version" ] || return 0
  archive=$keep/start$top${java%/bin/java}/$id-$version$1.jsa
  [ ! -f "$archive" ] || [ ! -O "$archive" ] || [ "$target/stretch.jar" -nt "$archive" ] || return 0
  if [ -z "${STRETCH_NO_BUILD:-}" ] && [ "${archive#*:}" = "$archive" ]; then
    # shellcheck disable=SC2086 # a list of words
    (nice sh "$parts/warm.sh" "$archive" "$jar" "$java" $flags </dev/null >/dev/null 2>&1 &)
  fi
  archive=''
}
[ -z "$session" ] || ready "$session"
ours=$target/start.jsa
if [ -n "$archive" ]; then
  : # of a session
elif [ -f "$ours" ] && [ ! "$ours" -nt "$jar" ] && [ ! "$jar" -nt "$ours" ]; then
  archive=$ours # came with its Java; of other dates than its jar, it was copied and Java would refuse it
else
  ready ''
fi
[ "${archive#*:}" = "$archive" ] || archive='' # Java would take the colon for the end of one name of two

# shellcheck disable=SC2086 # a list of words
set -- "$java" $compilers $flags -Xshare:auto ${archive:+"-XX:SharedArchiveFile=$archive"} \
  "-Dstretch.utf8=$utf8" "-Dstretch.tty=$tty" "-Dstretch.columns=$columns" "-Dstretch.rows=$rows" \
  "-Dstretch.program=$top/bin/stretch" "-Dstretch.id=$id" ${facts:+"-Dstretch.facts=$facts"} \
  -cp "$jar" stretch.Main "$@" # by -jar Java would open the jar at once, and read its manifest
