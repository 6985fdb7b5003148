# Completes stretch in bash, 3.2 or newer. Made from the program's own command model by CompletionTest.

_stretch() {
  local commands='@commands@' common='@common@'
  local program=$1 line='' word option='' command='' place=0 i
  local files='' ids='' words='' cut='' first=''
  local -a typed
  COMPREPLY=()

  # Bash parts words at '=', as COMP_WORDBREAKS has it: put them together again.
  local n=0 glue=''
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [[ $word == '=' && $n -gt 0 ]]; then
      typed[n - 1]+='=' glue=yes
    elif [[ -n $glue ]]; then
      typed[n - 1]+=$word glue=''
    else
      typed[n]=$word n=$((n + 1))
    fi
  done

  for ((i = 0; i < n - 1; i++)); do
    word=${typed[i]}
    if [[ -n $option ]]; then
      option='' # this is its value
    elif [[ $word == -* ]]; then
      case "$command $word" in
        @valued@) option=$word ;;
      esac
    elif [[ -z $command ]]; then
      command=$word
    else
      [[ $place -gt 0 ]] || first=$word
      place=$((place + 1))
    fi
  done
  local current=${typed[n - 1]}
  if [[ -z $option && $current == --*=* ]]; then
    option=${current%%=*} cut=$option=
  fi
  if [[ $option == --swap && ${current#"$cut"} == *=* ]]; then
    cut=${current%=*}=
  fi
  current=${current#"$cut"}

  if [[ -n $option ]]; then
    case "$command $option" in
@values@
    esac
  elif [[ $current == -* ]]; then
    case $command in
@options@
    esac
    words="$words $common"
  elif [[ -z $command ]]; then
    words=$commands
  else
    case "$command $place" in
@places@
    esac
  fi

  if [[ -n $files ]]; then
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$current")
    compopt -o filenames 2>/dev/null
  fi
  if [[ -n $ids ]]; then
    # Never builds: a Tab must not take a minute.
    while IFS=$'\t' read -r word line; do
      [[ $word == "$current"* ]] && COMPREPLY+=("$word")
    done < <(STRETCH_NO_BUILD=1 "$program" complete-ids "$ids" ${first:+"$first"} 2>/dev/null)
  fi
  for word in $words; do
    [[ $word == "$current"* ]] && COMPREPLY+=("$word")
  done

  # Where bash does not part words at '=', what it puts in place of the word has to begin as the word does.
  if [[ -n $cut && $COMP_WORDBREAKS != *=* ]]; then
    for ((i = 0; i < ${#COMPREPLY[@]}; i++)); do COMPREPLY[i]=$cut${COMPREPLY[i]}; done
  fi
}
complete -F _stretch stretch
