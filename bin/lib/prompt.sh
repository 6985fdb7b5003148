# A part of bin/stretch: answers from what is kept, and ends it; else `facts` says what the JVM is to keep it with.
# shellcheck shell=sh

# `due --porcelain` is asked before each prompt, and `remind` by cron. So the last answer is kept, with the date of all
# that it was drawn from, and said again while none of that has changed and its time is not over: without a fork or a
# JVM. In any doubt the JVM answers; docs/decisions/015-prompt.md tells why this is sound.

# dated FILE DATE: whether it has this date still, or no date because it is not there, as is seen from the nearest folder
dated() {
  if [ -z "$2" ]; then
    near=$1
    while [ ! -e "${near:-/}" ]; do
      [ ! -L "$near" ] || return # what it leads to is gone
      near=${near%/*}
    done
    [ "$near" != "$1" ] && [ -x "${near:-/}" ]
  else
    [ -r "$1" ] && [ -f "$kept/$2" ] && [ ! "$1" -nt "$kept/$2" ] && [ ! "$1" -ot "$kept/$2" ]
  fi
}

# recall: sets `answer` (for a prompt), `said` (in words) and `remind` (silent, or nothing) from what is kept, which is
# stdin; fd 3 was made just now, and so has the time as its date
recall() {
  [ -O /dev/fd/0 ] && [ /dev/fd/3 -nt /dev/fd/0 ] || return
  IFS= read -r line && [ "$line" = "$facts" ] || return
  IFS= read -r answer && IFS= read -r end && IFS= read -r zone && IFS= read -r remind || return
  [ -f "$kept/$end" ] && [ "$kept/$end" -nt /dev/fd/3 ] || return
  [ -z "$zone" ] || [ /etc/localtime -ef "$zone" ] || return
  while IFS= read -r line && [ "$line" != said ]; do
    IFS= read -r date && dated "$line" "$date" || return
  done
  said=''
  while IFS= read -r line && [ "$line" != end ]; do
    said="$said$line
"
  done
  [ "$line" = end ]
}

# At a prompt a fork costs more than the rest, so changed sources but routines.yaml wait for the next other command.
if [ -n "${HOME:-}" ] && [ ! "$top/routines.yaml" -nt "$target/.built" ] && { [ "${2-}" = --porcelain ] || fresh; } &&
  { read -r id <"$target/stretch.id"; } 2>/dev/null; then
  kept=$cache/prompt boot=''
  { read -r boot </proc/sys/kernel/random/boot_id; } 2>/dev/null # only Linux has one
  facts="$id|$boot|${TZ:-}|$HOME|${XDG_CONFIG_HOME:-}|${XDG_DATA_HOME:-}"
  facts="$facts|${STRETCH_ROUTINES:-}|${STRETCH_CONFIG:-}|${STRETCH_DB:-}"
  # A pipe is made for the text, at this moment.
  if { [ -f "$kept/answer" ] && recall <"$kept/answer"; } 2>/dev/null 3<<END; then
now
END
    case "${answer%% *} $1 ${2-}" in
      'due due ') printf '%s' "$said" 2>/dev/null && exit 0 ;;
      'ok due ') printf '%s' "$said" 2>/dev/null && exit 1 ;;
      'due due --porcelain') printf '%s\n' "$answer" 2>/dev/null && exit 0 ;;
      'ok due --porcelain') printf '%s\n' "$answer" 2>/dev/null && exit 1 ;;
      'ok remind '*) [ "$remind" != silent ] || exit 0 ;;
    esac
  fi
fi
