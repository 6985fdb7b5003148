# Completes stretch in bash, 3.2 or newer. Made from the program's own command model by CompletionTest.

_stretch() {
  local commands='run resume render checkin list show figures suggest learn cautions today history add edit delete undo stats report export import sync due remind goal snooze skip schedule init validate config doctor backup restore completion help' common='--routines --db --config --color -q --quiet -h --help -V --version'
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
        *' --routines' | *' --db' | *' --config' | *' --color' | 'run --dose' | 'run --hold' | 'run --avoid' | 'run --swap' | 'run --first-side' | 'run --prepare' | 'run --switch' | 'run --pace' | 'run --sound' | 'run --voice' | 'run --theme' | 'run --pain' | 'resume --sound' | 'resume --voice' | 'resume --theme' | 'resume --prepare' | 'resume --switch' | 'resume --pace' | 'render --sound' | 'render --voice' | 'render -o' | 'render --output' | 'render --dose' | 'render --hold' | 'render --avoid' | 'render --swap' | 'render --first-side' | 'render --prepare' | 'render --switch' | 'render --pace' | 'checkin --pain' | 'checkin --bending' | 'checkin --hips' | 'checkin --balance' | 'checkin --ease' | 'checkin --note' | 'checkin --at' | 'show -o' | 'show --output' | 'figures -o' | 'figures --output' | 'suggest --pattern' | 'suggest --save' | 'history --since' | 'history --until' | 'history --routine' | 'history --outcome' | 'history -n' | 'add --at' | 'add --duration' | 'add --note' | 'add --steps' | 'add --pain-before' | 'add --pain-after' | 'edit --note' | 'edit --at' | 'edit --duration' | 'edit --outcome' | 'edit --pain-before' | 'edit --pain-after' | 'edit --routine' | 'edit --step' | 'edit --done' | 'edit --load' | 'edit --pain' | 'edit --bending' | 'edit --hips' | 'edit --balance' | 'edit --ease' | 'edit --days' | 'report --since' | 'report --until' | 'report -o' | 'report --output' | 'export --format' | 'export --as' | 'export -o' | 'export --output' | 'export --since' | 'export --until' | 'export --routine' | 'goal --between' | 'snooze --reason' | 'skip --on' | 'skip --days' | 'skip --reason' | 'schedule --at' | 'schedule --every' | 'schedule --until' | 'schedule --days' | 'schedule --format' | 'schedule --as' | 'config --unset' | 'doctor --rescue') option=$word ;;
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
    *' --routines') files=yes ;;
    *' --db') files=yes ;;
    *' --config') files=yes ;;
    *' --color') words='auto always never' ;;
    'run --dose') words='low high progress' ;;
    'run --avoid') ids=avoidable ;;
    'run --swap') ids=exercises ;;
    'run --first-side') words='left right' ;;
    'run --pace') words='slow normal fast' ;;
    'run --sound') words='bell tone voice off' ;;
    'run --theme') words='auto dark light contrast' ;;
    'resume --sound') words='bell tone voice off' ;;
    'resume --theme') words='auto dark light contrast' ;;
    'resume --pace') words='slow normal fast' ;;
    'render --sound') words='voice tone' ;;
    'render -o' | 'render --output') files=yes ;;
    'render --dose') words='low high progress' ;;
    'render --avoid') ids=avoidable ;;
    'render --swap') ids=exercises ;;
    'render --first-side') words='left right' ;;
    'render --pace') words='slow normal fast' ;;
    'checkin --bending') words='worse same better' ;;
    'checkin --hips') words='worse same better' ;;
    'checkin --balance') words='worse same better' ;;
    'checkin --ease') words='worse same better' ;;
    'show -o' | 'show --output') files=yes ;;
    'figures -o' | 'figures --output') files=yes ;;
    'suggest --pattern') ids=patterns ;;
    'suggest --save') ids=things ;;
    'history --routine') ids=routines ;;
    'history --outcome') words='completed stopped interrupted' ;;
    'edit --outcome') words='completed stopped interrupted' ;;
    'edit --routine') ids=routines ;;
    'edit --bending') words='worse same better' ;;
    'edit --hips') words='worse same better' ;;
    'edit --balance') words='worse same better' ;;
    'edit --ease') words='worse same better' ;;
    'report -o' | 'report --output') files=yes ;;
    'export --format' | 'export --as') words='csv json ics' ;;
    'export -o' | 'export --output') files=yes ;;
    'export --routine') ids=routines ;;
    'schedule --days') words='mon-fri sat,sun mon,wed,fri mon tue wed thu fri sat sun' ;;
    'schedule --format' | 'schedule --as') words='cron systemd launchd ics' ;;
    'config --unset') words='sound voice pace theme plain awake prepare switch dose first-side avoid quiet-hours working-hours days-off day-starts week-starts checkin sync' ;;
    'doctor --rescue') files=yes ;;
    esac
  elif [[ $current == -* ]]; then
    case $command in
    run) words='--dose --hold --avoid --swap --first-side --as-planned --prepare --switch --pace --plain --sound --voice --theme --no-log --rehearse --dry-run --script --json --pain' ;;
    resume) words='--plain --sound --voice --theme --no-log --rehearse --dry-run --script --json --prepare --switch --pace' ;;
    render) words='--sound --voice -o --output --force --dose --hold --avoid --swap --first-side --as-planned --prepare --switch --pace' ;;
    checkin) words='--pain --bending --hips --balance --ease --note --at --json' ;;
    list) words='--json' ;;
    show) words='--json --svg --plain -o --output --force' ;;
    figures) words='-o --output --force' ;;
    suggest) words='--pattern --save --run --json' ;;
    learn) words='--json' ;;
    cautions) words='--json' ;;
    today) words='--json' ;;
    history) words='--since --until --routine --outcome -n --json' ;;
    add) words='--at --duration --note --steps --pain-before --pain-after --json' ;;
    edit) words='--note --at --duration --outcome --pain-before --pain-after --routine --json --step --done --load --pain --bending --hips --balance --ease --days' ;;
    delete) words='--json' ;;
    undo) words='--list --json' ;;
    stats) words='--json' ;;
    report) words='--since --until -o --output --force --open' ;;
    export) words='--format --as -o --output --force --steps --checkins --pauses --since --until --routine' ;;
    import) words='--dry-run --json' ;;
    sync) words='--json' ;;
    due) words='--why --porcelain --json' ;;
    remind) words='--notify --wall --habit' ;;
    goal) words='--between --json' ;;
    snooze) words='--reason --json' ;;
    skip) words='--on --days --reason --json' ;;
    schedule) words='--at --every --until --days --format --as --notify --install --uninstall --dry-run --list --json' ;;
    init) words='' ;;
    validate) words='--json' ;;
    config) words='--unset --json' ;;
    doctor) words='--json --rescue' ;;
    backup) words='--force --json' ;;
    restore) words='--json' ;;
    completion) words='' ;;
    help) words='' ;;
    esac
    words="$words $common"
  elif [[ -z $command ]]; then
    words=$commands
  else
    case "$command $place" in
    'run '*) ids=practices ;;
    'render '*) ids=practices ;;
    'list 0') words='routines exercises' ;;
    'show 0') ids=things ;;
    'figures 0') ids=routines ;;
    'learn 0') ids=lessons ;;
    'history 0') ids=sessions ;;
    'add '*) ids=practices ;;
    'edit 0') ids=sessions ;;
    'delete 0') ids=sessions ;;
    'stats 0') ids=routines ;;
    'import 0') files=yes ;;
    'sync 0') files=yes ;;
    'due 0') ids=routines ;;
    'remind 0') ids=routines ;;
    'goal 0') ids=routines ;;
    'goal 1') words='daily weekdays mon,wed,fri 5/week 3/day every none default' ;;
    'schedule 0') ids=routines ;;
    'validate 0') files=yes ;;
    'config 0') words='sound voice pace theme plain awake prepare switch dose first-side avoid quiet-hours working-hours days-off day-starts week-starts checkin sync' ;;
    'config 1') ids=values ;;
    'backup 0') files=yes ;;
    'restore 0') files=yes ;;
    'completion 0') words='bash zsh fish' ;;
    'help 0') words='run resume render checkin list show figures suggest learn cautions today history add edit delete undo stats report export import sync due remind goal snooze skip schedule init validate config doctor backup restore completion' ;;
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
