# A part of bin/stretch: finds `java`, the folder `keep` that may be written to, and what Java is told of names.
# shellcheck shell=sh

advice="on Debian: sudo apt install default-jdk maven; on macOS: brew install openjdk maven"
older=''

# release JAVA: its feature number (17 for 17.0.15, 8 for 1.8.0), nothing if it does not run
release() {
  "$1" -version 2>&1 </dev/null | sed -n 's/.* version "\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' | head -n 1
}

# fit JAVA: whether it is 17 or newer; remembers one that is older or does not start, for the message
fit() {
  [ -x "$1" ] && [ ! -d "$1" ] || return 1
  { number=$(release "$1"); } 2>/dev/null # where the shell says that it was killed
  [ "${number:-0}" -ge 17 ] && return 0
  [ -n "$older" ] || if [ -n "$number" ]; then older="$1 is version $number"; else older="'$1 -version' fails"; fi
  return 1
}

# scarce LIMIT: ends with what to do where Java has too little memory to start
scarce() { fail 75 "not enough memory for Java; allow more with 'ulimit -$1', then try again"; }

# first PROGRAM: sets `found` to the first fit one: $JAVA_HOME's, the PATH's, then those of the usual folders
first() {
  found=$(command -v "$1") || found=''
  for found in "${JAVA_HOME:-/nowhere}/bin/$1" "$found" /usr/lib/jvm/*/bin/"$1" \
    /Library/Java/JavaVirtualMachines/*/Contents/Home/bin/"$1" \
    /opt/homebrew/opt/openjdk/bin/"$1" /usr/local/opt/openjdk/bin/"$1"; do
    [ -x "$found" ] && fit "${found%/*}/java" && return 0
  done
  return 1
}

# Asking a Java for its version starts a JVM, so the answer is kept, along with what it was drawn from: a few of them, since
# a terminal, an editor and cron all have a PATH of their own.
wish="${JAVA_HOME:-}|${PATH:-}"
java='' known=''
keep=$target
# What is installed, or built, may be another's.
if [ "$target" != "$top/target" ] || { [ -e "$target" ] && [ ! -w "$target" ]; }; then keep=$cache; fi
memory=${keep:-/dev/null}/java.ok
# trusted FILE: whether nobody else can have written it; it names the program to start
trusted() { [ -O "$1" ] && [ -n "$(find "$1" -type f ! -perm -020 ! -perm -002 2>/dev/null)" ]; }
if [ -x "$target/java/bin/java" ]; then # the archive of bin/dist brings its own
  java=$target/java/bin/java known=$wish
elif trusted "$memory"; then
  while [ "$known" != "$wish" ] && IFS= read -r known && IFS= read -r java; do :; done <"$memory"
fi
if [ "$known" != "$wish" ] || [ ! -x "$java" ]; then
  first java || {
    # shellcheck disable=SC3045 # where a shell knows no such limit, none is looked at
    case $older in
      *fails)
        for limit in v d; do
          case $(ulimit "-$limit" 2>/dev/null) in
            '' | unlimited) ;;
            *) scarce "$limit" ;;
          esac
        done
        ;;
    esac
    fail 78 "Java 17 or newer is needed, ${older:-but no Java was found}; $advice"
  }
  java=$(readlink -f "$found" 2>/dev/null) && [ -x "$java" ] || java=$found
  # A new file in place of the old one, whose owner or mode may be wrong. It has a line for each. Before the first build
  # there is no target/ yet: in it this file is the owner's alone, but others may run what will be built there.
  case $wish$java in
    *"
"*) ;;
    *)
      (umask go-w && { [ "$keep" != "$target" ] || mkdir -p "$keep"; } && umask 077 && mkdir -p "$keep" && set -C && {
        printf '%s\n' "$wish" "$java"
        ! trusted "$memory" || head -n 6 "$memory"
      } >"$memory.$$" && mv -f "$memory.$$" "$memory") 2>/dev/null || :
      ;;
  esac
fi

# ---- The jar -----------------------------------------------------------------------------------------------------

# Java takes a colon in the name of its jar for the name's end; Linux has another name for a folder that is open. What is
# beyond the first 65,536 letters, as emoji are, Java cannot load classes from by any name.
jar=$target/stretch.jar
case $target in
  *:*)
    [ ! -r "$target" ] || exec 5<"$target"
    jar=/proc/self/fd/5/stretch.jar
    [ -f "$jar" ] || fail 78 "Java cannot run what lies in $top: there is a colon in its name; move it to another folder"
    ;;
esac
case $target in
  *[!\ -~]*)
    ! printf '%s' "$target" | LC_ALL=C grep -q "$(printf '[\360-\364]')" ||
      fail 78 "Java cannot run what lies in $top: there is an emoji or a rare letter in its name; move it to another folder"
    ;;
esac

# ---- The locale --------------------------------------------------------------------------------------------------

# In another locale Java turns what it cannot spell into question marks; Java is told so as to print plain ASCII. One
# that is not installed, as happens after ssh, counts as such for the names of files, though the terminal knows UTF-8.
utf8=true
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
  C.UTF-8) ;;
  *[Uu][Tt][Ff]-8* | *[Uu][Tt][Ff]8*)
    case $(locale charmap 2>/dev/null) in
      '' | UTF-8) ;;
      *) LC_ALL=C.UTF-8 && export LC_ALL ;;
    esac
    ;;
  *) utf8=false LC_ALL=C.UTF-8 && export LC_ALL ;;
esac
