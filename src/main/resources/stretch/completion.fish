# Completes stretch in fish. Made from the program's own command model by CompletionTest.

# The options that take a value, each behind its command.
set -g __stretch_valued '* --routines' '* --db' '* --config' '* --color' 'run --dose' 'run --hold' 'run --avoid' 'run --swap' 'run --first-side' 'run --prepare' 'run --switch' 'run --pace' 'run --sound' 'run --voice' 'run --theme' 'run --pain' 'resume --sound' 'resume --voice' 'resume --theme' 'resume --prepare' 'resume --switch' 'resume --pace' 'render --sound' 'render --voice' 'render -o' 'render --output' 'render --dose' 'render --hold' 'render --avoid' 'render --swap' 'render --first-side' 'render --prepare' 'render --switch' 'render --pace' 'checkin --pain' 'checkin --bending' 'checkin --hips' 'checkin --balance' 'checkin --ease' 'checkin --note' 'checkin --at' 'show -o' 'show --output' 'figures -o' 'figures --output' 'suggest --pattern' 'suggest --save' 'history --since' 'history --until' 'history --routine' 'history --outcome' 'history -n' 'add --at' 'add --duration' 'add --note' 'add --steps' 'add --pain-before' 'add --pain-after' 'edit --note' 'edit --at' 'edit --duration' 'edit --outcome' 'edit --pain-before' 'edit --pain-after' 'edit --routine' 'edit --step' 'edit --done' 'edit --load' 'edit --pain' 'edit --bending' 'edit --hips' 'edit --balance' 'edit --ease' 'edit --days' 'report --since' 'report --until' 'report -o' 'report --output' 'export --format' 'export --as' 'export -o' 'export --output' 'export --since' 'export --until' 'export --routine' 'goal --between' 'snooze --reason' 'skip --on' 'skip --days' 'skip --reason' 'schedule --at' 'schedule --every' 'schedule --until' 'schedule --days' 'schedule --format' 'schedule --as' 'config --unset' 'doctor --rescue'

# Prints the command, if there is one yet, and how many arguments came after it.
function __stretch_words
    set -l words (commandline -opc)
    set -l command
    set -l place 0
    set -l skip
    for word in $words[2..-1]
        if set -q skip[1]
            set -e skip
        else if string match -q -- '-*' $word
            if contains -- "* $word" $__stretch_valued; or contains -- "$command $word" $__stretch_valued
                set skip yes
            end
        else if not set -q command[1]
            set command $word
        else
            set place (math $place + 1)
        end
    end
    echo "$command"
    echo $place
end

# Whether this is the command.
function __stretch_in
    set -l words (__stretch_words)
    test "$words[1]" = $argv[1]
end

# Whether this is the command, and the argument to come is its so many-th; before the command, it is ''.
function __stretch_at
    set -l words (__stretch_words)
    test "$words[1]" = "$argv[1]"; and test "$argv[1]" = ''; or test "$words[2]" = "$argv[2]" -a "$words[1]" = "$argv[1]"
end

# Never builds: a Tab must not take a minute.
function __stretch_ids
    set -l words (commandline -opc)
    # Of a value, the word before it says what it is of.
    set -l key (string match -v -- '-*' $words[-1])
    STRETCH_NO_BUILD=1 $words[1] complete-ids $argv[1] $key 2>/dev/null
end

complete -c stretch -f
complete -c stretch -l routines -r -F -d 'your routines, layered over those of stretch (default: $STRETCH_ROUTINES, or ~/.config/stretch/routines.yaml)'
complete -c stretch -l db -r -F -d 'the history (default: $STRETCH_DB, or ~/.local/share/stretch/history.db)'
complete -c stretch -l config -r -F -d 'your settings (default: $STRETCH_CONFIG, or ~/.config/stretch/config.yaml)'
complete -c stretch -l color -x -a 'auto always never' -d 'auto, always or never (default: auto; none if $NO_COLOR is set)'
complete -c stretch -s q -l quiet -d 'print results and errors only'
complete -c stretch -s h -l help -d 'this help'
complete -c stretch -s V -l version -d 'the version'

complete -c stretch -n '__stretch_at ""' -a run -d 'run a timed routine and record it'
complete -c stretch -n '__stretch_in run' -l dose -x -a 'low high progress' -d 'which end of a range such as 8-12 reps, or from low to high over four weeks of steady practice (default: the setting dose, or low)'
complete -c stretch -n '__stretch_in run' -l hold -x -d 'the length of every hold, such as 45s'
complete -c stretch -n '__stretch_in run' -l avoid -x -a '(__stretch_ids avoidable)' -d 'leave out kneeling, floor, a position or equipment, besides what the setting avoid names; alternatives replace it; none ignores the setting'
complete -c stretch -n '__stretch_in run' -l swap -x -a '(__stretch_ids exercises)' -d 'do the second exercise instead of the first'
complete -c stretch -n '__stretch_in run' -l first-side -x -a 'left right' -d 'the side to begin with (default: the setting first-side, or as the exercise says)'
complete -c stretch -n '__stretch_in run' -l as-planned -d 'do the whole dose also of what hurt last time'
complete -c stretch -n '__stretch_in run' -l prepare -x -d 'time before each exercise (default: the setting prepare, or as long as the words and the way into it take)'
complete -c stretch -n '__stretch_in run' -l switch -x -d 'time to change sides (default: the setting switch, or likewise)'
complete -c stretch -n '__stretch_in run' -l pace -x -a 'slow normal fast' -d 'how fast reps and breaths go (default: the setting pace, or normal)'
complete -c stretch -n '__stretch_in run' -l plain -d 'print lines of text instead of the full screen (default: the setting plain)'
complete -c stretch -n '__stretch_in run' -l sound -x -a 'bell tone voice off' -d 'bell, tone, voice or off (default: the setting sound, or bell)'
complete -c stretch -n '__stretch_in run' -l voice -x -d 'with --sound voice: a voice or language, words a minute, or both, such as en-gb,150 (default: the setting voice)'
complete -c stretch -n '__stretch_in run' -l theme -x -a 'auto dark light contrast' -d 'auto, dark, light or contrast (default: the setting theme, or auto)'
complete -c stretch -n '__stretch_in run' -l no-log -d 'record nothing'
complete -c stretch -n '__stretch_in run' -l rehearse -d 'run ten times as fast, and record nothing'
complete -c stretch -n '__stretch_in run' -l dry-run -d 'print the plan, and run nothing'
complete -c stretch -n '__stretch_in run' -l script -d 'with --dry-run: print every word and cue with its time'
complete -c stretch -n '__stretch_in run' -l json -d 'with --dry-run: print the plan as JSON'
complete -c stretch -n '__stretch_in run' -l pain -x -d 'record how your back feels before'
complete -c stretch -n '__stretch_in run' -a '(__stretch_ids practices)'

complete -c stretch -n '__stretch_at ""' -a resume -d 'continue a session that broke off'
complete -c stretch -n '__stretch_in resume' -l plain -d 'print lines of text instead of the full screen (default: the setting plain)'
complete -c stretch -n '__stretch_in resume' -l sound -x -a 'bell tone voice off' -d 'bell, tone, voice or off (default: the setting sound, or bell)'
complete -c stretch -n '__stretch_in resume' -l voice -x -d 'with --sound voice: a voice or language, words a minute, or both, such as en-gb,150 (default: the setting voice)'
complete -c stretch -n '__stretch_in resume' -l theme -x -a 'auto dark light contrast' -d 'auto, dark, light or contrast (default: the setting theme, or auto)'
complete -c stretch -n '__stretch_in resume' -l no-log -d 'record nothing'
complete -c stretch -n '__stretch_in resume' -l rehearse -d 'run ten times as fast, and record nothing'
complete -c stretch -n '__stretch_in resume' -l dry-run -d 'print the plan, and run nothing'
complete -c stretch -n '__stretch_in resume' -l script -d 'with --dry-run: print every word and cue with its time'
complete -c stretch -n '__stretch_in resume' -l json -d 'with --dry-run: print the plan as JSON'
complete -c stretch -n '__stretch_in resume' -l prepare -x -d 'time before each exercise (default: the setting prepare, or as long as the words and the way into it take)'
complete -c stretch -n '__stretch_in resume' -l switch -x -d 'time to change sides (default: the setting switch, or likewise)'
complete -c stretch -n '__stretch_in resume' -l pace -x -a 'slow normal fast' -d 'how fast reps and breaths go (default: the setting pace, or normal)'

complete -c stretch -n '__stretch_at ""' -a render -d 'write a led session as a sound file'
complete -c stretch -n '__stretch_in render' -l sound -x -a 'voice tone' -d 'voice with soft tones under it, or tones alone (default: voice)'
complete -c stretch -n '__stretch_in render' -l voice -x -d 'with --sound voice: a voice or language, words a minute, or both, such as en-gb,150 (default: the setting voice)'
complete -c stretch -n '__stretch_in render' -s o -l output -r -F -d 'write to this file, - for standard output; an existing one is kept'
complete -c stretch -n '__stretch_in render' -l force -d 'replace an existing file'
complete -c stretch -n '__stretch_in render' -l dose -x -a 'low high progress' -d 'which end of a range such as 8-12 reps, or from low to high over four weeks of steady practice (default: the setting dose, or low)'
complete -c stretch -n '__stretch_in render' -l hold -x -d 'the length of every hold, such as 45s'
complete -c stretch -n '__stretch_in render' -l avoid -x -a '(__stretch_ids avoidable)' -d 'leave out kneeling, floor, a position or equipment, besides what the setting avoid names; alternatives replace it; none ignores the setting'
complete -c stretch -n '__stretch_in render' -l swap -x -a '(__stretch_ids exercises)' -d 'do the second exercise instead of the first'
complete -c stretch -n '__stretch_in render' -l first-side -x -a 'left right' -d 'the side to begin with (default: the setting first-side, or as the exercise says)'
complete -c stretch -n '__stretch_in render' -l as-planned -d 'do the whole dose also of what hurt last time'
complete -c stretch -n '__stretch_in render' -l prepare -x -d 'time before each exercise (default: the setting prepare, or as long as the words and the way into it take)'
complete -c stretch -n '__stretch_in render' -l switch -x -d 'time to change sides (default: the setting switch, or likewise)'
complete -c stretch -n '__stretch_in render' -l pace -x -a 'slow normal fast' -d 'how fast reps and breaths go (default: the setting pace, or normal)'
complete -c stretch -n '__stretch_in render' -a '(__stretch_ids practices)'

complete -c stretch -n '__stretch_at ""' -a checkin -d 'record how your back feels'
complete -c stretch -n '__stretch_in checkin' -l pain -x -d 'pain now, 0 (none) to 10 (worst)'
complete -c stretch -n '__stretch_in checkin' -l bending -x -a 'worse same better' -d 'pinching on bending'
complete -c stretch -n '__stretch_in checkin' -l hips -x -a 'worse same better' -d 'moving from hips and legs'
complete -c stretch -n '__stretch_in checkin' -l balance -x -a 'worse same better' -d 'standing and walking'
complete -c stretch -n '__stretch_in checkin' -l ease -x -a 'worse same better' -d 'living without guarding'
complete -c stretch -n '__stretch_in checkin' -l note -x -d 'a note to keep with it'
complete -c stretch -n '__stretch_in checkin' -l at -x -d 'when it felt like that: 08:00, yesterday 08:00 (default: now)'
complete -c stretch -n '__stretch_in checkin' -l json -d 'print JSON, for scripts'

complete -c stretch -n '__stretch_at ""' -a list -d 'list routines and exercises'
complete -c stretch -n '__stretch_in list' -l json -d 'print JSON, for scripts'
complete -c stretch -n '__stretch_at list 0' -a 'routines exercises'

complete -c stretch -n '__stretch_at ""' -a show -d 'show an exercise, routine or lesson in full'
complete -c stretch -n '__stretch_in show' -l json -d 'print JSON, for scripts'
complete -c stretch -n '__stretch_in show' -l svg -d 'write the figure of an exercise as an SVG picture'
complete -c stretch -n '__stretch_in show' -l plain -d 'leave out the figure (default: the setting plain)'
complete -c stretch -n '__stretch_in show' -s o -l output -r -F -d 'write to this file, - for standard output; an existing one is kept'
complete -c stretch -n '__stretch_in show' -l force -d 'replace an existing file'
complete -c stretch -n '__stretch_at show 0' -a '(__stretch_ids things)'

complete -c stretch -n '__stretch_at ""' -a figures -d 'write a sheet for the wall'
complete -c stretch -n '__stretch_in figures' -s o -l output -r -F -d 'write to this file, - for standard output; an existing one is kept'
complete -c stretch -n '__stretch_in figures' -l force -d 'replace an existing file'
complete -c stretch -n '__stretch_at figures 0' -a '(__stretch_ids routines)'

complete -c stretch -n '__stretch_at ""' -a suggest -d 'suggest exercises that suit you'
complete -c stretch -n '__stretch_in suggest' -l pattern -x -a '(__stretch_ids patterns)' -d 'a pattern that you know, instead of the questions'
complete -c stretch -n '__stretch_in suggest' -l save -x -a '(__stretch_ids things)' -d 'save the routine under this id in your routines.yaml'
complete -c stretch -n '__stretch_in suggest' -l run -d 'with --save: run it at once'
complete -c stretch -n '__stretch_in suggest' -l json -d 'print JSON, for scripts'

complete -c stretch -n '__stretch_at ""' -a learn -d 'explain why it works'
complete -c stretch -n '__stretch_in learn' -l json -d 'print JSON, for scripts'
complete -c stretch -n '__stretch_at learn 0' -a '(__stretch_ids lessons)'

complete -c stretch -n '__stretch_at ""' -a cautions -d 'say when to see a professional'
complete -c stretch -n '__stretch_in cautions' -l json -d 'print JSON, for scripts'

complete -c stretch -n '__stretch_at ""' -a today -d 'show what is due and done today'
complete -c stretch -n '__stretch_in today' -l json -d 'print JSON, for scripts'

complete -c stretch -n '__stretch_at ""' -a history -d 'list past sessions, or show one'
complete -c stretch -n '__stretch_in history' -l since -x -d 'from this time on: 2026-11-21, yesterday, monday, 7d, last month'
complete -c stretch -n '__stretch_in history' -l until -x -d 'up to this time; a day counts whole'
complete -c stretch -n '__stretch_in history' -l routine -x -a '(__stretch_ids routines)' -d 'only this routine'
complete -c stretch -n '__stretch_in history' -l outcome -x -a 'completed stopped interrupted' -d 'completed, stopped or interrupted'
complete -c stretch -n '__stretch_in history' -s n -x -d 'how many of the newest sessions, or all (default: 20; all with a filter or --json)'
complete -c stretch -n '__stretch_in history' -l json -d 'print JSON, for scripts'
complete -c stretch -n '__stretch_at history 0' -a '(__stretch_ids sessions)'

complete -c stretch -n '__stretch_at ""' -a add -d 'record a session done without stretch'
complete -c stretch -n '__stretch_in add' -l at -x -d 'when it began: 08:00, 8pm, yesterday 08:00, 2026-11-21T08:00 (default: so that it ends now)'
complete -c stretch -n '__stretch_in add' -l duration -x -d 'how long you practised, such as 4m (default: as planned)'
complete -c stretch -n '__stretch_in add' -l note -x -d 'a note to keep with it'
complete -c stretch -n '__stretch_in add' -l steps -x -d 'the steps that you did, such as 1-3,5, by the numbers of \'stretch run NAME --dry-run\''
complete -c stretch -n '__stretch_in add' -l pain-before -x -d 'how your back felt before'
complete -c stretch -n '__stretch_in add' -l pain-after -x -d 'how it felt after'
complete -c stretch -n '__stretch_in add' -l json -d 'print JSON, for scripts'
complete -c stretch -n '__stretch_in add' -a '(__stretch_ids practices)'

complete -c stretch -n '__stretch_at ""' -a edit -d 'correct a session'
complete -c stretch -n '__stretch_in edit' -l note -x -d 'a note, also of a check-in, snooze or skip; \'\' removes it'
complete -c stretch -n '__stretch_in edit' -l at -x -d 'when it began; its end and its steps move with it'
complete -c stretch -n '__stretch_in edit' -l duration -x -d 'how long you practised, without pauses; how long a snooze lasts'
complete -c stretch -n '__stretch_in edit' -l outcome -x -a 'completed stopped interrupted' -d 'completed, stopped or interrupted; with --step: done, shortened, skipped or hurt'
complete -c stretch -n '__stretch_in edit' -l pain-before -x -d 'how your back felt before'
complete -c stretch -n '__stretch_in edit' -l pain-after -x -d 'how it felt after'
complete -c stretch -n '__stretch_in edit' -l routine -x -a '(__stretch_ids routines)' -d 'the routine that you practised'
complete -c stretch -n '__stretch_in edit' -l json -d 'print JSON, for scripts'
complete -c stretch -n '__stretch_in edit' -l step -x -d 'the number of the step to correct'
complete -c stretch -n '__stretch_in edit' -l done -x -d 'how much you did: 8 reps or breaths, or 45s of a hold; the outcome follows unless it is given'
complete -c stretch -n '__stretch_in edit' -l load -x -d 'the weight or band; \'\' removes it'
complete -c stretch -n '__stretch_in edit' -l pain -x -d 'the pain, 0 (none) to 10 (worst)'
complete -c stretch -n '__stretch_in edit' -l bending -x -a 'worse same better' -d 'how this sign was'
complete -c stretch -n '__stretch_in edit' -l hips -x -a 'worse same better' -d 'how this sign was'
complete -c stretch -n '__stretch_in edit' -l balance -x -a 'worse same better' -d 'how this sign was'
complete -c stretch -n '__stretch_in edit' -l ease -x -a 'worse same better' -d 'how this sign was'
complete -c stretch -n '__stretch_in edit' -l days -x -d 'number of days, starting with its first'
complete -c stretch -n '__stretch_at edit 0' -a '(__stretch_ids sessions)'

complete -c stretch -n '__stretch_at ""' -a delete -d 'delete a session'
complete -c stretch -n '__stretch_in delete' -l json -d 'print JSON, for scripts'
complete -c stretch -n '__stretch_at delete 0' -a '(__stretch_ids sessions)'

complete -c stretch -n '__stretch_at ""' -a undo -d 'undo the last change'
complete -c stretch -n '__stretch_in undo' -l list -d 'list the changes, newest first, and undo nothing'
complete -c stretch -n '__stretch_in undo' -l json -d 'print JSON, for scripts'

complete -c stretch -n '__stretch_at ""' -a stats -d 'show streaks, weeks, left and right'
complete -c stretch -n '__stretch_in stats' -l json -d 'print JSON, for scripts'
complete -c stretch -n '__stretch_at stats 0' -a '(__stretch_ids routines)'

complete -c stretch -n '__stretch_at ""' -a report -d 'write a report as one HTML page'
complete -c stretch -n '__stretch_in report' -l since -x -d 'from this day on: 2026-11-21, yesterday, monday, 7d, last month (default: the last 12 weeks)'
complete -c stretch -n '__stretch_in report' -l until -x -d 'up to this day (default: today)'
complete -c stretch -n '__stretch_in report' -s o -l output -r -F -d 'write to this file, - for standard output; an existing one is kept (default: stretch-report-DATE.html in this folder)'
complete -c stretch -n '__stretch_in report' -l force -d 'replace an existing file'
complete -c stretch -n '__stretch_in report' -l open -d 'open it in your browser'

complete -c stretch -n '__stretch_at ""' -a export -d 'write the history as CSV, JSON or a calendar'
complete -c stretch -n '__stretch_in export' -l format -l as -x -a 'csv json ics' -d 'csv, json or ics, which is a calendar (default: by the name of the file, or csv)'
complete -c stretch -n '__stretch_in export' -s o -l output -r -F -d 'write to this file, - for standard output; an existing one is kept'
complete -c stretch -n '__stretch_in export' -l force -d 'replace an existing file'
complete -c stretch -n '__stretch_in export' -l steps -d 'the steps instead of the sessions'
complete -c stretch -n '__stretch_in export' -l checkins -d 'the check-ins instead of the sessions'
complete -c stretch -n '__stretch_in export' -l pauses -d 'the snoozes and skips instead of the sessions'
complete -c stretch -n '__stretch_in export' -l since -x -d 'from this time on: 2026-11-21, yesterday, monday, 7d, last month'
complete -c stretch -n '__stretch_in export' -l until -x -d 'up to this time; a day counts whole'
complete -c stretch -n '__stretch_in export' -l routine -x -a '(__stretch_ids routines)' -d 'only this routine'

complete -c stretch -n '__stretch_at ""' -a import -d 'import an export or another history'
complete -c stretch -n '__stretch_in import' -l dry-run -d 'say what would change, and change nothing'
complete -c stretch -n '__stretch_in import' -l json -d 'print what changed as JSON, for scripts'
complete -c stretch -n '__stretch_at import 0' -F

complete -c stretch -n '__stretch_at ""' -a sync -d 'merge with other machines through a folder'
complete -c stretch -n '__stretch_in sync' -l json -d 'print what changed as JSON, for scripts'
complete -c stretch -n '__stretch_at sync 0' -F

complete -c stretch -n '__stretch_at ""' -a due -d 'say whether practice is due'
complete -c stretch -n '__stretch_in due' -l why -d 'add the reason, and when it is next due'
complete -c stretch -n '__stretch_in due' -l porcelain -d 'print one line for a prompt or a status bar: due or ok, the routines that are due (- for none), and the longest current streak'
complete -c stretch -n '__stretch_in due' -l json -d 'print JSON, for scripts'
complete -c stretch -n '__stretch_at due 0' -a '(__stretch_ids routines)'

complete -c stretch -n '__stretch_at ""' -a remind -d 'print a reminder if practice is due'
complete -c stretch -n '__stretch_in remind' -l notify -d 'show a desktop notification (notify-send, osascript) instead; printed if that is not possible'
complete -c stretch -n '__stretch_in remind' -l wall -d 'write to your terminals that allow it (mesg y) instead; printed if none does'
complete -c stretch -n '__stretch_in remind' -l habit -d 'add a habit for the day, a different one each day, also when nothing is due'
complete -c stretch -n '__stretch_at remind 0' -a '(__stretch_ids routines)'

complete -c stretch -n '__stretch_at ""' -a goal -d 'show or set how often'
complete -c stretch -n '__stretch_in goal' -l between -x -d 'due at these hours only, once in each; none removes them'
complete -c stretch -n '__stretch_in goal' -l json -d 'print JSON, for scripts'
complete -c stretch -n '__stretch_at goal 0' -a '(__stretch_ids routines)'
complete -c stretch -n '__stretch_at goal 1' -a 'daily weekdays mon,wed,fri 5/week 3/day every none default'

complete -c stretch -n '__stretch_at ""' -a snooze -d 'hold back reminders for a while'
complete -c stretch -n '__stretch_in snooze' -l reason -x -d 'a note to keep with it'
complete -c stretch -n '__stretch_in snooze' -l json -d 'print JSON, for scripts'

complete -c stretch -n '__stretch_at ""' -a skip -d 'skip today, or another day'
complete -c stretch -n '__stretch_in skip' -l on -x -d 'the first day, past or future: yesterday, 2026-12-24 (default: today)'
complete -c stretch -n '__stretch_in skip' -l days -x -d 'number of days, starting with that day (default: 1)'
complete -c stretch -n '__stretch_in skip' -l reason -x -d 'a note to keep with it'
complete -c stretch -n '__stretch_in skip' -l json -d 'print JSON, for scripts'

complete -c stretch -n '__stretch_at ""' -a schedule -d 'print or install timed reminders'
complete -c stretch -n '__stretch_in schedule' -l at -x -d 'at these times; with --every, the first time (default: 09:00)'
complete -c stretch -n '__stretch_in schedule' -l every -x -d 'repeat this often on each day, such as 2h or 45m'
complete -c stretch -n '__stretch_in schedule' -l until -x -d 'with --every: the last time (default: 18:00)'
complete -c stretch -n '__stretch_in schedule' -l days -x -a 'mon-fri sat,sun mon,wed,fri mon tue wed thu fri sat sun' -d 'on these days: mon-fri, or mon,wed,sat (default: every day)'
complete -c stretch -n '__stretch_in schedule' -l format -l as -x -a 'cron systemd launchd ics' -d 'cron, systemd, launchd or ics (default: cron)'
complete -c stretch -n '__stretch_in schedule' -l notify -d 'remind with a desktop notification'
complete -c stretch -n '__stretch_in schedule' -l install -d 'install it: in your crontab, or where the format belongs'
complete -c stretch -n '__stretch_in schedule' -l uninstall -d 'uninstall it'
complete -c stretch -n '__stretch_in schedule' -l dry-run -d 'show what would change, and change nothing'
complete -c stretch -n '__stretch_in schedule' -l list -d 'list what is installed, and when it reminds next'
complete -c stretch -n '__stretch_in schedule' -l json -d 'with --list: print JSON, for scripts'
complete -c stretch -n '__stretch_at schedule 0' -a '(__stretch_ids routines)'

complete -c stretch -n '__stretch_at ""' -a init -d 'write commented starter files'

complete -c stretch -n '__stretch_at ""' -a validate -d 'check a routines file'
complete -c stretch -n '__stretch_in validate' -l json -d 'print JSON, for scripts'
complete -c stretch -n '__stretch_at validate 0' -F

complete -c stretch -n '__stretch_at ""' -a config -d 'show or change settings'
complete -c stretch -n '__stretch_in config' -l unset -x -a 'sound voice pace theme plain awake prepare switch dose first-side avoid quiet-hours working-hours days-off day-starts week-starts checkin sync' -d 'remove a setting'
complete -c stretch -n '__stretch_in config' -l json -d 'print JSON, for scripts'
complete -c stretch -n '__stretch_at config 0' -a 'sound voice pace theme plain awake prepare switch dose first-side avoid quiet-hours working-hours days-off day-starts week-starts checkin sync'
complete -c stretch -n '__stretch_at config 1' -a '(__stretch_ids values)'

complete -c stretch -n '__stretch_at ""' -a doctor -d 'check terminal, sound, files, history'
complete -c stretch -n '__stretch_in doctor' -l json -d 'print JSON, for scripts'
complete -c stretch -n '__stretch_in doctor' -l rescue -r -F -d 'save what can be read of a damaged history into this new file'

complete -c stretch -n '__stretch_at ""' -a backup -d 'write a copy of the history, or of everything'
complete -c stretch -n '__stretch_in backup' -l force -d 'replace an existing file'
complete -c stretch -n '__stretch_in backup' -l json -d 'print JSON, for scripts'
complete -c stretch -n '__stretch_at backup 0' -F

complete -c stretch -n '__stretch_at ""' -a restore -d 'bring back a copy'
complete -c stretch -n '__stretch_in restore' -l json -d 'print the restored and kept files as JSON, for scripts'
complete -c stretch -n '__stretch_at restore 0' -F

complete -c stretch -n '__stretch_at ""' -a completion -d 'print a script for the Tab key of your shell'
complete -c stretch -n '__stretch_at completion 0' -a 'bash zsh fish'

complete -c stretch -n '__stretch_at ""' -a help -d 'explain a command'
complete -c stretch -n '__stretch_at help 0' -a 'run resume render checkin list show figures suggest learn cautions today history add edit delete undo stats report export import sync due remind goal snooze skip schedule init validate config doctor backup restore completion'
