#compdef stretch
# Completes stretch in zsh. Made from the program's own command model by CompletionTest.

_stretch_ids() {
  local -a ids
  local id what
  local -a before=(${words[2,CURRENT-1]:#-*}) # behind the command
  # Never builds: a Tab must not take a minute.
  while IFS=$'\t' read -r id what; do
    ids+=("$id${what:+:${what//:/\\:}}") # without a meaning none is announced
  done < <(STRETCH_NO_BUILD=1 $_stretch_program complete-ids $1 $before[1] 2>/dev/null)
  _describe -t $1 $1 ids
}

_stretch() {
  local _stretch_program=${(Q)words[1]} curcontext=$curcontext state line ret=1
  typeset -A opt_args
  local -a commands specs
  commands=(
@commands@
  )
  specs=(
@common@
  )
  _arguments -C -S -s $specs '1: :->command' '*:: :->argument' && ret=0
  case $state in
    command) _describe -t commands command commands && ret=0 ;;
    argument)
      case $line[1] in
@cases@
      esac
      _arguments -S -s $specs && ret=0
      ;;
  esac
  return ret
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _stretch "$@"
else
  compdef _stretch stretch
fi
