#compdef stretch
# Completes stretch in zsh. Made from the program's own command model by CompletionTest.

_stretch_ids() {
  local -a ids
  local id what
  # Never builds: a Tab must not take a minute.
  while IFS=$'\t' read -r id what; do
    ids+=("$id:${what//:/\\:}")
  done < <(STRETCH_NO_BUILD=1 $_stretch_program complete-ids $1 2>/dev/null)
  _describe -t $1 $1 ids
}

_stretch() {
  local _stretch_program=${(Q)words[1]} curcontext=$curcontext state line ret=1
  typeset -A opt_args
  local -a commands specs
  commands=(
    'run:run a timed routine and record it'
    'resume:go on with a session that broke off'
    'render:a whole led session as a sound file'
    'checkin:record how the back feels'
    'list:what can be practised'
    'show:one exercise, routine, lesson or habit in full'
    'figures:a routine'\''s figures as a sheet for the wall'
    'suggest:which exercises answer what you know'
    'learn:the lessons\: why it works'
    'cautions:when to see a professional'
    'today:what is due and done today, and what is next'
    'history:past sessions; one session with its steps'
    'add:a session done away from the terminal'
    'edit:mend a session on record'
    'delete:take a session off the record'
    'undo:take the last change back'
    'stats:streak, weeks, heat map, left/right balance'
    'report:one HTML page, to keep, print or show'
    'export:the history as CSV, JSON or a calendar'
    'import:bring in an export or another record'
    'due:whether practice is due; made for scripts'
    'remind:a reminder if practice is due, else nothing'
    'goal:shows or sets how often'
    'snooze:no reminders for a while'
    'skip:not today'
    'schedule:the cron line, timer or event that reminds'
    'init:write commented starter files'
    'validate:check a routines file'
    'config:shows or sets a setting'
    'doctor:check terminal, sound, files, history'
    'backup:a copy of the history, or of everything'
    'restore:the history, or everything, from a copy'
    'completion:a script for the Tab key of your shell'
  )
  specs=(
    '--routines=[your routines, layered over the shipped ones]:FILE:_files'
    '--db=[the history database]:FILE:_files'
    '--config=[the settings]:FILE:_files'
    '--color=[auto, always or never (default\: auto)]:WHEN:(auto always never)'
    '(-q --quiet)'{-q,--quiet}'[say no more than is needed]'
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
            '--plain[lines of text instead of the full screen]'
            '--sound=[bell, tone, voice or off (default\: bell)]:SOUND:(bell tone voice off)'
            '--voice=[with --sound voice\: a voice or language, words a minute, or both\: en-gb,150]:VOICE: '
            '--theme=[auto, dark, light or contrast (default\: auto)]:THEME:(auto dark light contrast)'
            '--no-log[record nothing]'
            '--rehearse[ten times as fast, and record nothing]'
            '--dry-run[print the plan and run nothing]'
            '--script[with --dry-run\: every word and cue with its moment]'
            '--json[with --dry-run\: the plan as JSON]'
            '--prepare=[time before each exercise (default\: as long as its words and the way into it take)]:TIME: '
            '--switch=[time to change sides (default\: likewise)]:TIME: '
            '--pace=[how fast repetitions and breaths go (default\: normal)]:slow|normal|fast:(slow normal fast)'
            '--dose=[which end of a range, or from low to high over four weeks of steady practice (default\: low)]:low|high|progress:(low high progress)'
            '--hold=[the length of every hold]:TIME: '
            '*--avoid=[kneeling, floor, a position or equipment, added to the setting; alternatives take over; none empties the setting]:WHAT: '
            '*--swap=[do another exercise instead; several with commas]:EXERCISE=EXERCISE: _stretch_ids exercises'
            '--first-side=[the side to begin with (default\: as the catalogue has it)]:left|right:(left right)'
            '--as-planned[the whole dose also of what hurt last time]'
            '--pain=[how the back feels before, for the record]:0-10: '
            '*:NAME: _stretch_ids practices'
          ) ;;
        resume)
          specs+=(
            '--plain[lines of text instead of the full screen]'
            '--sound=[bell, tone, voice or off (default\: bell)]:SOUND:(bell tone voice off)'
            '--voice=[with --sound voice\: a voice or language, words a minute, or both\: en-gb,150]:VOICE: '
            '--theme=[auto, dark, light or contrast (default\: auto)]:THEME:(auto dark light contrast)'
            '--no-log[record nothing]'
            '--rehearse[ten times as fast, and record nothing]'
            '--dry-run[print the plan and run nothing]'
            '--script[with --dry-run\: every word and cue with its moment]'
            '--json[with --dry-run\: the plan as JSON]'
            '--prepare=[time before each exercise (default\: as long as its words and the way into it take)]:TIME: '
            '--switch=[time to change sides (default\: likewise)]:TIME: '
            '--pace=[how fast repetitions and breaths go (default\: normal)]:slow|normal|fast:(slow normal fast)'
          ) ;;
        render)
          specs+=(
            '--sound=[voice, with soft tones under it, or tone alone (default\: voice)]:voice|tone:(voice tone)'
            '--voice=[with --sound voice\: a voice or language, words a minute, or both\: en-gb,150]:VOICE: '
            '--prepare=[time before each exercise (default\: as long as its words and the way into it take)]:TIME: '
            '--switch=[time to change sides (default\: likewise)]:TIME: '
            '--pace=[how fast repetitions and breaths go (default\: normal)]:slow|normal|fast:(slow normal fast)'
            '--dose=[which end of a range, or from low to high over four weeks of steady practice (default\: low)]:low|high|progress:(low high progress)'
            '--hold=[the length of every hold]:TIME: '
            '*--avoid=[kneeling, floor, a position or equipment, added to the setting; alternatives take over; none empties the setting]:WHAT: '
            '*--swap=[do another exercise instead; several with commas]:EXERCISE=EXERCISE: _stretch_ids exercises'
            '--first-side=[the side to begin with (default\: as the catalogue has it)]:left|right:(left right)'
            '--as-planned[the whole dose also of what hurt last time]'
            '(-o --output)'{-o+,--output=}'[into this file, - for standard output; never over one that exists]:FILE:_files'
            '--force[with -o\: over one that exists too]'
            '*:NAME: _stretch_ids practices'
          ) ;;
        checkin)
          specs+=(
            '--pain=[0 (none) to 10 (worst)]:0-10: '
            '--bending=[pinching on bending]:worse|same|better:(worse same better)'
            '--hips=[moving from hips and legs]:worse|same|better:(worse same better)'
            '--balance=[standing and walking]:worse|same|better:(worse same better)'
            '--ease=[living without guarding]:worse|same|better:(worse same better)'
            '--note=[anything worth keeping]:TEXT: '
            '--at=[when it felt so\: 08\:00, yesterday 08\:00 (default\: now)]:WHEN: '
          ) ;;
        list)
          specs+=(
            '--json[as JSON, for scripts]'
            '1:routines|exercises:(routines exercises)'
          ) ;;
        show)
          specs+=(
            '--json[as JSON, for scripts]'
            '--svg[the figure of an exercise as a picture, in SVG]'
            '(-o --output)'{-o+,--output=}'[into this file; never over one that exists]:FILE:_files'
            '--force[with -o\: over one that exists too]'
            '1:ID: _stretch_ids things'
          ) ;;
        figures)
          specs+=(
            '(-o --output)'{-o+,--output=}'[into this file; never over one that exists]:FILE:_files'
            '--force[with -o\: over one that exists too]'
            '1:ROUTINE: _stretch_ids routines'
          ) ;;
        suggest)
          specs+=(
            '*--pattern=[a pattern that is yours, instead of questions; several with commas]:ID: _stretch_ids things'
            '--save=[write the routine into your routines.yaml]:ID: _stretch_ids things'
            '--run[run it at once, when it is saved]'
            '--json[as JSON, for scripts]'
          ) ;;
        learn)
          specs+=(
            '--json[as JSON, for scripts]'
            '1:TOPIC: _stretch_ids lessons'
          ) ;;
        cautions)
          specs+=(
            '--json[as JSON, for scripts]'
          ) ;;
        today)
          specs+=(
            '--json[as JSON, for scripts]'
          ) ;;
        history)
          specs+=(
            '--since=[from then on\: 2026-11-21, yesterday, monday, 7d, last month]:WHEN: '
            '--until=[up to then; a day is taken whole]:WHEN: '
            '--routine=[of this routine]:ROUTINE: _stretch_ids routines'
            '--outcome=[completed, stopped or interrupted]:OUTCOME:(completed stopped interrupted)'
            '-n+[the newest so many, or '\''all'\'' (default\: 20; with a filter or --json, all)]:COUNT: '
            '--json[as JSON, for scripts]'
            '1:SESSION: _stretch_ids sessions'
          ) ;;
        add)
          specs+=(
            '--at=[when it began\: 08\:00, 8pm, yesterday 08\:00, 2026-11-21T08\:00 (default\: so that it ended now)]:WHEN: '
            '--duration=[how long you practised (default\: as planned)]:TIME: '
            '--note=[anything worth keeping]:TEXT: '
            '*--steps=[only these, such as 1-3,5; '\''stretch run NAME --dry-run'\'' numbers them]:STEPS: '
            '--pain-before=[how the back felt before]:0-10: '
            '--pain-after=[how it felt after]:0-10: '
            '*:NAME: _stretch_ids practices'
          ) ;;
        edit)
          specs+=(
            '--note=[anything worth keeping; '\'''\'' takes it away]:TEXT: '
            '--at=[when it began; its end and its steps move along]:WHEN: '
            '--duration=[how long you practised, pauses left out; how long a snooze lasts]:TIME: '
            '--outcome=[completed, stopped or interrupted; a step'\''s with --step]:OUTCOME:(completed stopped interrupted)'
            '--pain-before=[how the back felt before]:0-10: '
            '--pain-after=[how it felt after]:0-10: '
            '--routine=[what was practised]:ROUTINE: _stretch_ids routines'
            '--step=[mends only the step of this number]:N: '
            '--done=[of a step\: 8, or 45s of a hold]:AMOUNT: '
            '--load=[of a step\: weight or band; '\'''\'' takes it away]:TEXT: '
            '--pain=[of a check-in]:0-10: '
            '--bending=[of a check-in]:worse|same|better:(worse same better)'
            '--hips=[of a check-in]:worse|same|better:(worse same better)'
            '--balance=[of a check-in]:worse|same|better:(worse same better)'
            '--ease=[of a check-in]:worse|same|better:(worse same better)'
            '--days=[how many days a skip lasts]:N: '
            '1:SESSION: _stretch_ids sessions'
          ) ;;
        delete)
          specs+=(
            '1:SESSION: _stretch_ids sessions'
          ) ;;
        undo)
          specs+=(
            '--list[only list the changes, newest first]'
            '--json[with --list\: as JSON, for scripts]'
            '1:CHANGE: '
          ) ;;
        stats)
          specs+=(
            '--json[as JSON, for scripts]'
            '1:ROUTINE: _stretch_ids routines'
          ) ;;
        report)
          specs+=(
            '--since=[from that day on\: 2026-11-21, yesterday, monday, 7d, last month (default\: the last 12 weeks)]:WHEN: '
            '--until=[up to that day (default\: today)]:WHEN: '
            '(-o --output)'{-o+,--output=}'[into this file, or - for standard output; never over one that exists (default\: stretch-report-DATE.html here)]:FILE:_files'
            '--force[with -o\: over one that exists too]'
            '--open[show it in your browser]'
          ) ;;
        export)
          specs+=(
            '--format=[csv, json or ics, a calendar (default\: csv)]:FORMAT:(csv json ics)'
            '--steps[the steps of the sessions instead of the sessions]'
            '--checkins[the check-ins instead]'
            '--pauses[what was snoozed and skipped instead]'
            '--since=[from then on\: 2026-11-21, yesterday, monday, 7d, last month]:WHEN: '
            '--until=[up to then; a day is taken whole]:WHEN: '
            '--routine=[of this routine]:ROUTINE: _stretch_ids routines'
            '(-o --output)'{-o+,--output=}'[into this file; never over one that exists]:FILE:_files'
            '--force[with -o\: over one that exists too]'
          ) ;;
        import)
          specs+=(
            '--dry-run[only say what would change]'
            '--json[what changed as JSON, for scripts]'
            '1:FILE:_files'
          ) ;;
        due)
          specs+=(
            '--why[with the reason, and when it is next due]'
            '--porcelain[one line for a prompt or a status bar\: '\''due'\'' or '\''ok'\'', the routines that are due ('\''-'\'' for none), and the longest streak that runs]'
            '--json[as JSON, for scripts]'
            '1:ROUTINE: _stretch_ids routines'
          ) ;;
        remind)
          specs+=(
            '--notify[as a notification of the desktop, by notify-send or osascript; printed if there is none]'
            '--wall[written to your terminals that allow it (mesg y); printed if there is none]'
            '--habit[with a habit for the day, another each day; it comes also when nothing is due, unless reminders are held back]'
            '1:ROUTINE: _stretch_ids routines'
          ) ;;
        goal)
          specs+=(
            '*--between=[due at these hours only, and once in each if they are several with commas; none\: at any]:HH\:MM-HH\:MM: '
            '--json[as JSON, for scripts]'
            '1:ROUTINE: _stretch_ids routines'
            '2:GOAL: '
            '3:LENGTH: '
          ) ;;
        snooze)
          specs+=(
            '--reason=[anything worth keeping]:TEXT: '
            '1:DURATION: '
          ) ;;
        skip)
          specs+=(
            '--on=[another day than today, gone or ahead\: yesterday, 2026-12-24 (default\: today)]:DATE: '
            '--days=[so many days from then on (default\: 1)]:N: '
            '--reason=[anything worth keeping]:TEXT: '
          ) ;;
        schedule)
          specs+=(
            '*--at=[when, several with commas, or with --every when first (default\: 09\:00)]:HH\:MM: '
            '--every=[again and again on that day, such as 2h or 45m]:D: '
            '--until=[with --every\: not later (default\: 18\:00)]:HH\:MM: '
            '--days=[mon-fri, or mon,wed,sat (default\: every day)]:DAYS: '
            '--as=[cron, systemd, launchd or ics (default\: cron)]:FORM:(cron systemd launchd ics)'
            '--notify[reminds with a desktop notification]'
            '--install[puts it into your crontab, or where the form belongs]'
            '--uninstall[takes it away again]'
            '--dry-run[shows what would change, and changes nothing]'
            '--list[what is installed, and when it reminds next]'
            '--json[with --list\: as JSON, for scripts]'
            '1:ROUTINE: _stretch_ids routines'
          ) ;;
        init)
          specs+=(
          ) ;;
        validate)
          specs+=(
            '--json[as JSON, for scripts]'
            '1:FILE:_files'
          ) ;;
        config)
          specs+=(
            '--unset=[takes a setting out of the file]:KEY:(sound voice pace theme plain awake prepare switch dose first-side avoid quiet-hours working-hours days-off day-starts week-starts checkin)'
            '--json[as JSON, for scripts]'
            '1:KEY:(sound voice pace theme plain awake prepare switch dose first-side avoid quiet-hours working-hours days-off day-starts week-starts checkin)'
            '2:VALUE: '
          ) ;;
        doctor)
          specs+=(
            '--json[as JSON, for scripts]'
            '--rescue=[save what can still be read of a damaged history into this new file]:FILE:_files'
          ) ;;
        backup)
          specs+=(
            '--force[over a file that exists too]'
            '--json[as JSON, for scripts]'
            '1:FILE:_files'
          ) ;;
        restore)
          specs+=(
            '--json[the files restored and kept as JSON, for scripts]'
            '1:FILE:_files'
          ) ;;
        completion)
          specs+=(
            '1:bash|zsh|fish:(bash zsh fish)'
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
