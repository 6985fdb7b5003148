# A part of bin/stretch: leads a session on a terminal, and puts the terminal right whatever becomes of Java.
# shellcheck shell=sh

# kill -9 would leave the terminal raw and on its second screen, so here the shell stays and puts it right. The JVM is
# a child in the background, because only `wait` lets a trap pass a signal on at once. A shell gives such a child
# /dev/null as stdin and has it ignore INT: fd 3 and `env` undo both. Where env cannot (macOS), INT stays ignored, and
# a Ctrl-C that comes as a signal is passed on as TERM.
saved=$(stty -g) || exec "$@"
exec 3<&0
child='' came='' interrupted='' passed=''
# All signals that would end us, so that none leaves a session behind. QUIT (Ctrl-\) is as Ctrl-C: Java's own answer to
# it is a list of threads, for which -DisplayVMOutput above has no ear.
if env --default-signal=INT,QUIT true 2>/dev/null; then
  set -- env --default-signal=INT,QUIT "$@"
  trap 'came=INT; pass' INT QUIT
else
  trap 'came=TERM interrupted=yes; pass' INT QUIT
fi
trap 'came=TERM; pass' TERM USR1 USR2 ALRM VTALRM PROF XCPU PIPE
trap 'came=HUP; pass' HUP
pass() { [ -z "$child" ] || { passed=$came && kill -s "$came" "$child" 2>/dev/null; }; }

"$@" <&3 3<&- &
child=$!
exec 3<&-
[ -z "$came" ] || pass # it came before there was a child to pass it to

# A trapped signal ends `wait` early: wait again, unless the child had ended as well (127), when `code` is its own.
code=''
while
  came=''
  wait "$child" 2>/dev/null
  now=$?
  [ -n "$code" ] && [ "$now" -eq 127 ] || code=$now
  [ -n "$came" ]
do :; done
trap '' INT QUIT HUP TERM USR1 USR2 ALRM VTALRM PROF XCPU PIPE

# Not waiting for what is still to be shown: nobody may read it. Only GNU's stty knows how. A job in the
# background has changed nothing, and would be stopped for it.
case $(ps -o stat= -p $$ 2>/dev/null) in
  *+* | '') stty -drain "$saved" 2>/dev/null || stty "$saved" 2>/dev/null ;;
esac
# Of what is not recorded nothing is kept, and of a check-in there are no steps.
kept="; every finished step is saved; continue with 'stretch resume'"
case $command,$* in
  suggest,* | checkin,* | *' --no-log'* | *' --rehearse'*) kept='' ;;
esac
restore() { # leave the second screen, show the cursor, plain letters
  case ${TERM-} in
    '' | dumb) ;; # it had no second screen
    *) [ ! -t 1 ] || printf '\033[?1049l\033[?25h\033[0m' ;;
  esac
  printf 'stretch: %s\n' "$how$kept" >&2
}
case $code in
  129 | 130 | 141 | 143) ;; # it ended in order
  12[89] | 1[3-9]? | 2??) # abort, kill -9, crash; or it ended itself, because it could not act on a signal
    trap 'exit "$code"' INT QUIT HUP TERM
    how="killed by signal $((code - 128))"
    case $passed in
      INT) code=130 ;;
      HUP) code=129 ;;
      TERM) code=143 ;;
    esac
    [ -z "$passed" ] || how="ended by signal $passed"
    # In the background: a terminal that nobody reads takes nothing, and what is written there waits for its reader.
    restore &
    [ -n "$passed" ] || wait "$!"
    ;;
esac
[ "$code$interrupted" != 143yes ] || code=130
exit "$code"
