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
    'run:run a timed routine and record it'
    'resume:continue a session that broke off'
    'render:write a led session as a sound file'
    'checkin:record how your back feels'
    'list:list routines and exercises'
    'show:show an exercise, routine or lesson in full'
    'figures:write a sheet for the wall'
    'suggest:suggest exercises that suit you'
    'learn:explain why it works'
    'cautions:say when to see a professional'
    'today:show what is due and done today'
    'history:list past sessions, or show one'
    'add:record a session done without stretch'
    'edit:correct a session'
    'delete:delete a session'
    'undo:undo the last change'
    'stats:show streaks, weeks, left and right'
    'report:write a report as one HTML page'
    'export:write the history as CSV, JSON or a calendar'
    'import:import an export or another history'
    'sync:merge with other machines through a folder'
    'due:say whether practice is due'
    'remind:print a reminder if practice is due'
    'goal:show or set how often'
    'snooze:hold back reminders for a while'
    'skip:skip today, or another day'
    'schedule:print or install timed reminders'
    'init:write commented starter files'
    'validate:check a routines file'
    'config:show or change settings'
    'doctor:check terminal, sound, files, history'
    'backup:write a copy of the history, or of everything'
    'restore:bring back a copy'
    'completion:print a script for the Tab key of your shell'
    'help:explain a command'
  )
  specs=(
    '--routines=[your routines, layered over those of stretch (default\: $STRETCH_ROUTINES, or ~/.config/stretch/routines.yaml)]:FILE:_files'
    '--db=[the history (default\: $STRETCH_DB, or ~/.local/share/stretch/history.db)]:FILE:_files'
    '--config=[your settings (default\: $STRETCH_CONFIG, or ~/.config/stretch/config.yaml)]:FILE:_files'
    '--color=[auto, always or never (default\: auto; none if $NO_COLOR is set)]:WHEN:(auto always never)'
    '(-q --quiet)'{-q,--quiet}'[print results and errors only]'
    '(-h --help)'{-h,--help}'[this help]'
    '(-V --version)'{-V,--version}'[the version]'
  )
  _arguments -C -S -s $specs '1: :->command' '*:: :->argument' && ret=0
  case $state in
    command) _describe -t commands command commands && ret=0 ;;
    argument)
      case $line[1] in
        run)
          specs+=(
            '--dose=[which end of a range such as 8-12 reps, or from low to high over four weeks of steady practice (default\: the setting dose, or low)]:low|high|progress:(low high progress)'
            '--hold=[the length of every hold, such as 45s]:TIME: '
            '*--avoid=[leave out kneeling, floor, a position or equipment, besides what the setting avoid names; alternatives replace it; none ignores the setting]:WHAT: _stretch_ids avoidable'
            '*--swap=[do the second exercise instead of the first]:EXERCISE=EXERCISE: _stretch_ids exercises'
            '--first-side=[the side to begin with (default\: the setting first-side, or as the exercise says)]:left|right:(left right)'
            '--as-planned[do the whole dose also of what hurt last time]'
            '--prepare=[time before each exercise (default\: the setting prepare, or as long as the words and the way into it take)]:TIME: '
            '--switch=[time to change sides (default\: the setting switch, or likewise)]:TIME: '
            '--pace=[how fast reps and breaths go (default\: the setting pace, or normal)]:slow|normal|fast:(slow normal fast)'
            '--plain[print lines of text instead of the full screen (default\: the setting plain)]'
            '--sound=[bell, tone, voice or off (default\: the setting sound, or bell)]:SOUND:(bell tone voice off)'
            '--voice=[with --sound voice\: a voice or language, words a minute, or both, such as en-gb,150 (default\: the setting voice)]:VOICE: '
            '--theme=[auto, dark, light or contrast (default\: the setting theme, or auto)]:THEME:(auto dark light contrast)'
            '--no-log[record nothing]'
            '--rehearse[run ten times as fast, and record nothing]'
            '--dry-run[print the plan, and run nothing]'
            '--script[with --dry-run\: print every word and cue with its time]'
            '--json[with --dry-run\: print the plan as JSON]'
            '--pain=[record how your back feels before]:0-10: '
            '*:NAME: _stretch_ids practices'
          ) ;;
        resume)
          specs+=(
            '--plain[print lines of text instead of the full screen (default\: the setting plain)]'
            '--sound=[bell, tone, voice or off (default\: the setting sound, or bell)]:SOUND:(bell tone voice off)'
            '--voice=[with --sound voice\: a voice or language, words a minute, or both, such as en-gb,150 (default\: the setting voice)]:VOICE: '
            '--theme=[auto, dark, light or contrast (default\: the setting theme, or auto)]:THEME:(auto dark light contrast)'
            '--no-log[record nothing]'
            '--rehearse[run ten times as fast, and record nothing]'
            '--dry-run[print the plan, and run nothing]'
            '--script[with --dry-run\: print every word and cue with its time]'
            '--json[with --dry-run\: print the plan as JSON]'
            '--prepare=[time before each exercise (default\: the setting prepare, or as long as the words and the way into it take)]:TIME: '
            '--switch=[time to change sides (default\: the setting switch, or likewise)]:TIME: '
            '--pace=[how fast reps and breaths go (default\: the setting pace, or normal)]:slow|normal|fast:(slow normal fast)'
          ) ;;
        render)
          specs+=(
            '--sound=[voice with soft tones under it, or tones alone (default\: voice)]:voice|tone:(voice tone)'
            '--voice=[with --sound voice\: a voice or language, words a minute, or both, such as en-gb,150 (default\: the setting voice)]:VOICE: '
            '(-o --output)'{-o+,--output=}'[write to this file, - for standard output; an existing one is kept]:FILE:_files'
            '--force[replace an existing file]'
            '--dose=[which end of a range such as 8-12 reps, or from low to high over four weeks of steady practice (default\: the setting dose, or low)]:low|high|progress:(low high progress)'
            '--hold=[the length of every hold, such as 45s]:TIME: '
            '*--avoid=[leave out kneeling, floor, a position or equipment, besides what the setting avoid names; alternatives replace it; none ignores the setting]:WHAT: _stretch_ids avoidable'
            '*--swap=[do the second exercise instead of the first]:EXERCISE=EXERCISE: _stretch_ids exercises'
            '--first-side=[the side to begin with (default\: the setting first-side, or as the exercise says)]:left|right:(left right)'
            '--as-planned[do the whole dose also of what hurt last time]'
            '--prepare=[time before each exercise (default\: the setting prepare, or as long as the words and the way into it take)]:TIME: '
            '--switch=[time to change sides (default\: the setting switch, or likewise)]:TIME: '
            '--pace=[how fast reps and breaths go (default\: the setting pace, or normal)]:slow|normal|fast:(slow normal fast)'
            '*:NAME: _stretch_ids practices'
          ) ;;
        checkin)
          specs+=(
            '--pain=[pain now, 0 (none) to 10 (worst)]:0-10: '
            '--bending=[pinching on bending]:worse|same|better:(worse same better)'
            '--hips=[moving from hips and legs]:worse|same|better:(worse same better)'
            '--balance=[standing and walking]:worse|same|better:(worse same better)'
            '--ease=[living without guarding]:worse|same|better:(worse same better)'
            '--note=[a note to keep with it]:TEXT: '
            '--at=[when it felt like that\: 08\:00, yesterday 08\:00 (default\: now)]:WHEN: '
            '--json[print JSON, for scripts]'
          ) ;;
        list)
          specs+=(
            '--json[print JSON, for scripts]'
            '1:routines|exercises:(routines exercises)'
          ) ;;
        show)
          specs+=(
            '--json[print JSON, for scripts]'
            '--svg[write the figure of an exercise as an SVG picture]'
            '--plain[leave out the figure (default\: the setting plain)]'
            '(-o --output)'{-o+,--output=}'[write to this file, - for standard output; an existing one is kept]:FILE:_files'
            '--force[replace an existing file]'
            '1:ID: _stretch_ids things'
          ) ;;
        figures)
          specs+=(
            '(-o --output)'{-o+,--output=}'[write to this file, - for standard output; an existing one is kept]:FILE:_files'
            '--force[replace an existing file]'
            '1:ROUTINE: _stretch_ids routines'
          ) ;;
        suggest)
          specs+=(
            '*--pattern=[a pattern that you know, instead of the questions]:PATTERN: _stretch_ids patterns'
            '--save=[save the routine under this id in your routines.yaml]:ID: _stretch_ids things'
            '--run[with --save\: run it at once]'
            '--json[print JSON, for scripts]'
          ) ;;
        learn)
          specs+=(
            '--json[print JSON, for scripts]'
            '1:TOPIC: _stretch_ids lessons'
          ) ;;
        cautions)
          specs+=(
            '--json[print JSON, for scripts]'
          ) ;;
        today)
          specs+=(
            '--json[print JSON, for scripts]'
          ) ;;
        history)
          specs+=(
            '--since=[from this time on\: 2026-11-21, yesterday, monday, 7d, last month]:WHEN: '
            '--until=[up to this time; a day counts whole]:WHEN: '
            '--routine=[only this routine]:ROUTINE: _stretch_ids routines'
            '--outcome=[completed, stopped or interrupted]:OUTCOME:(completed stopped interrupted)'
            '-n+[how many of the newest sessions, or all (default\: 20; all with a filter or --json)]:COUNT: '
            '--json[print JSON, for scripts]'
            '1:SESSION: _stretch_ids sessions'
          ) ;;
        add)
          specs+=(
            '--at=[when it began\: 08\:00, 8pm, yesterday 08\:00, 2026-11-21T08\:00 (default\: so that it ends now)]:WHEN: '
            '--duration=[how long you practised, such as 4m (default\: as planned)]:TIME: '
            '--note=[a note to keep with it]:TEXT: '
            '*--steps=[the steps that you did, such as 1-3,5, by the numbers of '\''stretch run NAME --dry-run'\'']:STEPS: '
            '--pain-before=[how your back felt before]:0-10: '
            '--pain-after=[how it felt after]:0-10: '
            '--json[print JSON, for scripts]'
            '*:NAME: _stretch_ids practices'
          ) ;;
        edit)
          specs+=(
            '--note=[a note, also of a check-in, snooze or skip; '\'''\'' removes it]:TEXT: '
            '--at=[when it began; its end and its steps move with it]:WHEN: '
            '--duration=[how long you practised, without pauses; how long a snooze lasts]:TIME: '
            '--outcome=[completed, stopped or interrupted; with --step\: done, shortened, skipped or hurt]:OUTCOME:(completed stopped interrupted)'
            '--pain-before=[how your back felt before]:0-10: '
            '--pain-after=[how it felt after]:0-10: '
            '--routine=[the routine that you practised]:ROUTINE: _stretch_ids routines'
            '--json[print JSON, for scripts]'
            '--step=[the number of the step to correct]:N: '
            '--done=[how much you did\: 8 reps or breaths, or 45s of a hold; the outcome follows unless it is given]:AMOUNT: '
            '--load=[the weight or band; '\'''\'' removes it]:TEXT: '
            '--pain=[the pain, 0 (none) to 10 (worst)]:0-10: '
            '--bending=[how this sign was]:worse|same|better:(worse same better)'
            '--hips=[how this sign was]:worse|same|better:(worse same better)'
            '--balance=[how this sign was]:worse|same|better:(worse same better)'
            '--ease=[how this sign was]:worse|same|better:(worse same better)'
            '--days=[number of days, starting with its first]:N: '
            '1:SESSION: _stretch_ids sessions'
          ) ;;
        delete)
          specs+=(
            '--json[print JSON, for scripts]'
            '1:SESSION: _stretch_ids sessions'
          ) ;;
        undo)
          specs+=(
            '--list[list the changes, newest first, and undo nothing]'
            '--json[print JSON, for scripts]'
            '1:CHANGE: '
          ) ;;
        stats)
          specs+=(
            '--json[print JSON, for scripts]'
            '1:ROUTINE: _stretch_ids routines'
          ) ;;
        report)
          specs+=(
            '--since=[from this day on\: 2026-11-21, yesterday, monday, 7d, last month (default\: the last 12 weeks)]:WHEN: '
            '--until=[up to this day (default\: today)]:WHEN: '
            '(-o --output)'{-o+,--output=}'[write to this file, - for standard output; an existing one is kept (default\: stretch-report-DATE.html in this folder)]:FILE:_files'
            '--force[replace an existing file]'
            '--open[open it in your browser]'
          ) ;;
        export)
          specs+=(
            '(--format --as)'{--format=,--as=}'[csv, json or ics, which is a calendar (default\: by the name of the file, or csv)]:FORMAT:(csv json ics)'
            '(-o --output)'{-o+,--output=}'[write to this file, - for standard output; an existing one is kept]:FILE:_files'
            '--force[replace an existing file]'
            '--steps[the steps instead of the sessions]'
            '--checkins[the check-ins instead of the sessions]'
            '--pauses[the snoozes and skips instead of the sessions]'
            '--since=[from this time on\: 2026-11-21, yesterday, monday, 7d, last month]:WHEN: '
            '--until=[up to this time; a day counts whole]:WHEN: '
            '--routine=[only this routine]:ROUTINE: _stretch_ids routines'
          ) ;;
        import)
          specs+=(
            '--dry-run[say what would change, and change nothing]'
            '--json[print what changed as JSON, for scripts]'
            '1:FILE:_files'
          ) ;;
        sync)
          specs+=(
            '--json[print what changed as JSON, for scripts]'
            '1:FOLDER:_files'
          ) ;;
        due)
          specs+=(
            '--why[add the reason, and when it is next due]'
            '--porcelain[print one line for a prompt or a status bar\: due or ok, the routines that are due (- for none), and the longest current streak]'
            '--json[print JSON, for scripts]'
            '1:ROUTINE: _stretch_ids routines'
          ) ;;
        remind)
          specs+=(
            '--notify[show a desktop notification (notify-send, osascript) instead; printed if that is not possible]'
            '--wall[write to your terminals that allow it (mesg y) instead; printed if none does]'
            '--habit[add a habit for the day, a different one each day, also when nothing is due]'
            '1:ROUTINE: _stretch_ids routines'
          ) ;;
        goal)
          specs+=(
            '*--between=[due at these hours only, once in each; none removes them]:HH\:MM-HH\:MM: '
            '--json[print JSON, for scripts]'
            '1:ROUTINE: _stretch_ids routines'
            '2:GOAL:(daily weekdays mon,wed,fri 5/week 3/day every none default)'
          ) ;;
        snooze)
          specs+=(
            '--reason=[a note to keep with it]:TEXT: '
            '--json[print JSON, for scripts]'
            '1:DURATION: '
          ) ;;
        skip)
          specs+=(
            '--on=[the first day, past or future\: yesterday, 2026-12-24 (default\: today)]:DATE: '
            '--days=[number of days, starting with that day (default\: 1)]:N: '
            '--reason=[a note to keep with it]:TEXT: '
            '--json[print JSON, for scripts]'
          ) ;;
        schedule)
          specs+=(
            '*--at=[at these times; with --every, the first time (default\: 09\:00)]:HH\:MM: '
            '--every=[repeat this often on each day, such as 2h or 45m]:D: '
            '--until=[with --every\: the last time (default\: 18\:00)]:HH\:MM: '
            '*--days=[on these days\: mon-fri, or mon,wed,sat (default\: every day)]:DAYS:(mon-fri sat,sun mon,wed,fri mon tue wed thu fri sat sun)'
            '(--format --as)'{--format=,--as=}'[cron, systemd, launchd or ics (default\: cron)]:FORM:(cron systemd launchd ics)'
            '--notify[remind with a desktop notification]'
            '--install[install it\: in your crontab, or where the format belongs]'
            '--uninstall[uninstall it]'
            '--dry-run[show what would change, and change nothing]'
            '--list[list what is installed, and when it reminds next]'
            '--json[with --list\: print JSON, for scripts]'
            '1:ROUTINE: _stretch_ids routines'
          ) ;;
        init)
          specs+=(
          ) ;;
        validate)
          specs+=(
            '--json[print JSON, for scripts]'
            '1:FILE:_files'
          ) ;;
        config)
          specs+=(
            '--unset=[remove a setting]:KEY:(sound voice pace theme plain awake prepare switch dose first-side avoid quiet-hours working-hours days-off day-starts week-starts checkin sync)'
            '--json[print JSON, for scripts]'
            '1:KEY:(sound voice pace theme plain awake prepare switch dose first-side avoid quiet-hours working-hours days-off day-starts week-starts checkin sync)'
            '2:VALUE: _stretch_ids values'
          ) ;;
        doctor)
          specs+=(
            '--json[print JSON, for scripts]'
            '--rescue=[save what can be read of a damaged history into this new file]:FILE:_files'
          ) ;;
        backup)
          specs+=(
            '--force[replace an existing file]'
            '--json[print JSON, for scripts]'
            '1:FILE:_files'
          ) ;;
        restore)
          specs+=(
            '--json[print the restored and kept files as JSON, for scripts]'
            '1:FILE:_files'
          ) ;;
        completion)
          specs+=(
            '1:bash|zsh|fish:(bash zsh fish)'
          ) ;;
        help)
          specs+=(
            '1:COMMAND:(run resume render checkin list show figures suggest learn cautions today history add edit delete undo stats report export import sync due remind goal snooze skip schedule init validate config doctor backup restore completion)'
          ) ;;
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
