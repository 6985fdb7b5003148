# Completes stretch in fish. Made from the program's own command model by CompletionTest.

# The options that take a value, each behind its command.
set -g __stretch_valued '* --routines' '* --db' '* --config' '* --color' 'run --sound' 'run --voice' 'run --theme' 'run --prepare' 'run --switch' 'run --pace' 'run --dose' 'run --hold' 'run --avoid' 'run --swap' 'run --first-side' 'run --pain' 'resume --sound' 'resume --voice' 'resume --theme' 'resume --prepare' 'resume --switch' 'resume --pace' 'render --sound' 'render --voice' 'render --prepare' 'render --switch' 'render --pace' 'render --dose' 'render --hold' 'render --avoid' 'render --swap' 'render --first-side' 'render -o' 'render --output' 'checkin --pain' 'checkin --bending' 'checkin --hips' 'checkin --balance' 'checkin --ease' 'checkin --note' 'checkin --at' 'show -o' 'show --output' 'figures -o' 'figures --output' 'suggest --pattern' 'suggest --save' 'history --since' 'history --until' 'history --routine' 'history --outcome' 'history -n' 'add --at' 'add --duration' 'add --note' 'add --steps' 'add --pain-before' 'add --pain-after' 'edit --note' 'edit --at' 'edit --duration' 'edit --outcome' 'edit --pain-before' 'edit --pain-after' 'edit --routine' 'edit --step' 'edit --done' 'edit --load' 'edit --pain' 'edit --bending' 'edit --hips' 'edit --balance' 'edit --ease' 'edit --days' 'report --since' 'report --until' 'report -o' 'report --output' 'export --format' 'export --since' 'export --until' 'export --routine' 'export -o' 'export --output' 'goal --between' 'snooze --reason' 'skip --on' 'skip --days' 'skip --reason' 'schedule --at' 'schedule --every' 'schedule --until' 'schedule --days' 'schedule --as' 'config --unset' 'doctor --rescue'

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
    STRETCH_NO_BUILD=1 $words[1] complete-ids $argv[1] 2>/dev/null
end

complete -c stretch -f
complete -c stretch -l routines -r -F -d 'your routines, layered over the shipped ones'
complete -c stretch -l db -r -F -d 'the history database'
complete -c stretch -l config -r -F -d 'the settings'
complete -c stretch -l color -r -a 'auto always never' -d 'auto, always or never (default: auto)'
complete -c stretch -s q -l quiet -d 'say no more than is needed'
complete -c stretch -s h -l help -d 'this help'
complete -c stretch -s V -l version -d 'the version'

complete -c stretch -n '__stretch_at ""' -a run -d 'run a timed routine and record it'
complete -c stretch -n '__stretch_in run' -l plain -d 'lines of text instead of the full screen'
complete -c stretch -n '__stretch_in run' -l sound -r -a 'bell tone voice off' -d 'bell, tone, voice or off (default: bell)'
complete -c stretch -n '__stretch_in run' -l voice -r -d 'with --sound voice: a voice or language, words a minute, or both: en-gb,150'
complete -c stretch -n '__stretch_in run' -l theme -r -a 'auto dark light contrast' -d 'auto, dark, light or contrast (default: auto)'
complete -c stretch -n '__stretch_in run' -l no-log -d 'record nothing'
complete -c stretch -n '__stretch_in run' -l rehearse -d 'ten times as fast, and record nothing'
complete -c stretch -n '__stretch_in run' -l dry-run -d 'print the plan and run nothing'
complete -c stretch -n '__stretch_in run' -l script -d 'with --dry-run: every word and cue with its moment'
complete -c stretch -n '__stretch_in run' -l json -d 'with --dry-run: the plan as JSON'
complete -c stretch -n '__stretch_in run' -l prepare -r -d 'time before each exercise (default: as long as its words and the way into it take)'
complete -c stretch -n '__stretch_in run' -l switch -r -d 'time to change sides (default: likewise)'
complete -c stretch -n '__stretch_in run' -l pace -r -a 'slow normal fast' -d 'how fast repetitions and breaths go (default: normal)'
complete -c stretch -n '__stretch_in run' -l dose -r -a 'low high progress' -d 'which end of a range, or from low to high over four weeks of steady practice (default: low)'
complete -c stretch -n '__stretch_in run' -l hold -r -d 'the length of every hold'
complete -c stretch -n '__stretch_in run' -l avoid -r -d 'kneeling, floor, a position or equipment, added to the setting; alternatives take over; none empties the setting'
complete -c stretch -n '__stretch_in run' -l swap -r -a '(__stretch_ids exercises)' -d 'do another exercise instead; several with commas'
complete -c stretch -n '__stretch_in run' -l first-side -r -a 'left right' -d 'the side to begin with (default: as the catalogue has it)'
complete -c stretch -n '__stretch_in run' -l as-planned -d 'the whole dose also of what hurt last time'
complete -c stretch -n '__stretch_in run' -l pain -r -d 'how the back feels before, for the record'
complete -c stretch -n '__stretch_in run' -a '(__stretch_ids practices)'

complete -c stretch -n '__stretch_at ""' -a resume -d 'go on with a session that broke off'
complete -c stretch -n '__stretch_in resume' -l plain -d 'lines of text instead of the full screen'
complete -c stretch -n '__stretch_in resume' -l sound -r -a 'bell tone voice off' -d 'bell, tone, voice or off (default: bell)'
complete -c stretch -n '__stretch_in resume' -l voice -r -d 'with --sound voice: a voice or language, words a minute, or both: en-gb,150'
complete -c stretch -n '__stretch_in resume' -l theme -r -a 'auto dark light contrast' -d 'auto, dark, light or contrast (default: auto)'
complete -c stretch -n '__stretch_in resume' -l no-log -d 'record nothing'
complete -c stretch -n '__stretch_in resume' -l rehearse -d 'ten times as fast, and record nothing'
complete -c stretch -n '__stretch_in resume' -l dry-run -d 'print the plan and run nothing'
complete -c stretch -n '__stretch_in resume' -l script -d 'with --dry-run: every word and cue with its moment'
complete -c stretch -n '__stretch_in resume' -l json -d 'with --dry-run: the plan as JSON'
complete -c stretch -n '__stretch_in resume' -l prepare -r -d 'time before each exercise (default: as long as its words and the way into it take)'
complete -c stretch -n '__stretch_in resume' -l switch -r -d 'time to change sides (default: likewise)'
complete -c stretch -n '__stretch_in resume' -l pace -r -a 'slow normal fast' -d 'how fast repetitions and breaths go (default: normal)'

complete -c stretch -n '__stretch_at ""' -a render -d 'a whole led session as a sound file'
complete -c stretch -n '__stretch_in render' -l sound -r -a 'voice tone' -d 'voice, with soft tones under it, or tone alone (default: voice)'
complete -c stretch -n '__stretch_in render' -l voice -r -d 'with --sound voice: a voice or language, words a minute, or both: en-gb,150'
complete -c stretch -n '__stretch_in render' -l prepare -r -d 'time before each exercise (default: as long as its words and the way into it take)'
complete -c stretch -n '__stretch_in render' -l switch -r -d 'time to change sides (default: likewise)'
complete -c stretch -n '__stretch_in render' -l pace -r -a 'slow normal fast' -d 'how fast repetitions and breaths go (default: normal)'
complete -c stretch -n '__stretch_in render' -l dose -r -a 'low high progress' -d 'which end of a range, or from low to high over four weeks of steady practice (default: low)'
complete -c stretch -n '__stretch_in render' -l hold -r -d 'the length of every hold'
complete -c stretch -n '__stretch_in render' -l avoid -r -d 'kneeling, floor, a position or equipment, added to the setting; alternatives take over; none empties the setting'
complete -c stretch -n '__stretch_in render' -l swap -r -a '(__stretch_ids exercises)' -d 'do another exercise instead; several with commas'
complete -c stretch -n '__stretch_in render' -l first-side -r -a 'left right' -d 'the side to begin with (default: as the catalogue has it)'
complete -c stretch -n '__stretch_in render' -l as-planned -d 'the whole dose also of what hurt last time'
complete -c stretch -n '__stretch_in render' -s o -l output -r -F -d 'into this file, - for standard output; never over one that exists'
complete -c stretch -n '__stretch_in render' -l force -d 'with -o: over one that exists too'
complete -c stretch -n '__stretch_in render' -a '(__stretch_ids practices)'

complete -c stretch -n '__stretch_at ""' -a checkin -d 'record how the back feels'
complete -c stretch -n '__stretch_in checkin' -l pain -r -d '0 (none) to 10 (worst)'
complete -c stretch -n '__stretch_in checkin' -l bending -r -a 'worse same better' -d 'pinching on bending'
complete -c stretch -n '__stretch_in checkin' -l hips -r -a 'worse same better' -d 'moving from hips and legs'
complete -c stretch -n '__stretch_in checkin' -l balance -r -a 'worse same better' -d 'standing and walking'
complete -c stretch -n '__stretch_in checkin' -l ease -r -a 'worse same better' -d 'living without guarding'
complete -c stretch -n '__stretch_in checkin' -l note -r -d 'anything worth keeping'
complete -c stretch -n '__stretch_in checkin' -l at -r -d 'when it felt so: 08:00, yesterday 08:00 (default: now)'

complete -c stretch -n '__stretch_at ""' -a list -d 'what can be practised'
complete -c stretch -n '__stretch_in list' -l json -d 'as JSON, for scripts'
complete -c stretch -n '__stretch_at list 0' -a 'routines exercises'

complete -c stretch -n '__stretch_at ""' -a show -d 'one exercise, routine, lesson or habit in full'
complete -c stretch -n '__stretch_in show' -l json -d 'as JSON, for scripts'
complete -c stretch -n '__stretch_in show' -l svg -d 'the figure of an exercise as a picture, in SVG'
complete -c stretch -n '__stretch_in show' -s o -l output -r -F -d 'into this file; never over one that exists'
complete -c stretch -n '__stretch_in show' -l force -d 'with -o: over one that exists too'
complete -c stretch -n '__stretch_at show 0' -a '(__stretch_ids things)'

complete -c stretch -n '__stretch_at ""' -a figures -d 'a routine\'s figures as a sheet for the wall'
complete -c stretch -n '__stretch_in figures' -s o -l output -r -F -d 'into this file; never over one that exists'
complete -c stretch -n '__stretch_in figures' -l force -d 'with -o: over one that exists too'
complete -c stretch -n '__stretch_at figures 0' -a '(__stretch_ids routines)'

complete -c stretch -n '__stretch_at ""' -a suggest -d 'which exercises answer what you know'
complete -c stretch -n '__stretch_in suggest' -l pattern -r -a '(__stretch_ids things)' -d 'a pattern that is yours, instead of questions; several with commas'
complete -c stretch -n '__stretch_in suggest' -l save -r -a '(__stretch_ids things)' -d 'write the routine into your routines.yaml'
complete -c stretch -n '__stretch_in suggest' -l run -d 'run it at once, when it is saved'
complete -c stretch -n '__stretch_in suggest' -l json -d 'as JSON, for scripts'

complete -c stretch -n '__stretch_at ""' -a learn -d 'the lessons: why it works'
complete -c stretch -n '__stretch_in learn' -l json -d 'as JSON, for scripts'
complete -c stretch -n '__stretch_at learn 0' -a '(__stretch_ids lessons)'

complete -c stretch -n '__stretch_at ""' -a cautions -d 'when to see a professional'
complete -c stretch -n '__stretch_in cautions' -l json -d 'as JSON, for scripts'

complete -c stretch -n '__stretch_at ""' -a today -d 'what is due and done today, and what is next'
complete -c stretch -n '__stretch_in today' -l json -d 'as JSON, for scripts'

complete -c stretch -n '__stretch_at ""' -a history -d 'past sessions; one session with its steps'
complete -c stretch -n '__stretch_in history' -l since -r -d 'from then on: 2026-11-21, yesterday, monday, 7d, last month'
complete -c stretch -n '__stretch_in history' -l until -r -d 'up to then; a day is taken whole'
complete -c stretch -n '__stretch_in history' -l routine -r -a '(__stretch_ids routines)' -d 'of this routine'
complete -c stretch -n '__stretch_in history' -l outcome -r -a 'completed stopped interrupted' -d 'completed, stopped or interrupted'
complete -c stretch -n '__stretch_in history' -s n -r -d 'the newest so many, or \'all\' (default: 20; with a filter or --json, all)'
complete -c stretch -n '__stretch_in history' -l json -d 'as JSON, for scripts'
complete -c stretch -n '__stretch_at history 0' -a '(__stretch_ids sessions)'

complete -c stretch -n '__stretch_at ""' -a add -d 'a session done away from the terminal'
complete -c stretch -n '__stretch_in add' -l at -r -d 'when it began: 08:00, 8pm, yesterday 08:00, 2026-11-21T08:00 (default: so that it ended now)'
complete -c stretch -n '__stretch_in add' -l duration -r -d 'how long you practised (default: as planned)'
complete -c stretch -n '__stretch_in add' -l note -r -d 'anything worth keeping'
complete -c stretch -n '__stretch_in add' -l steps -r -d 'only these, such as 1-3,5; \'stretch run NAME --dry-run\' numbers them'
complete -c stretch -n '__stretch_in add' -l pain-before -r -d 'how the back felt before'
complete -c stretch -n '__stretch_in add' -l pain-after -r -d 'how it felt after'
complete -c stretch -n '__stretch_in add' -a '(__stretch_ids practices)'

complete -c stretch -n '__stretch_at ""' -a edit -d 'mend a session on record'
complete -c stretch -n '__stretch_in edit' -l note -r -d 'anything worth keeping; \'\' takes it away'
complete -c stretch -n '__stretch_in edit' -l at -r -d 'when it began; its end and its steps move along'
complete -c stretch -n '__stretch_in edit' -l duration -r -d 'how long you practised, pauses left out; how long a snooze lasts'
complete -c stretch -n '__stretch_in edit' -l outcome -r -a 'completed stopped interrupted' -d 'completed, stopped or interrupted; a step\'s with --step'
complete -c stretch -n '__stretch_in edit' -l pain-before -r -d 'how the back felt before'
complete -c stretch -n '__stretch_in edit' -l pain-after -r -d 'how it felt after'
complete -c stretch -n '__stretch_in edit' -l routine -r -a '(__stretch_ids routines)' -d 'what was practised'
complete -c stretch -n '__stretch_in edit' -l step -r -d 'mends only the step of this number'
complete -c stretch -n '__stretch_in edit' -l done -r -d 'of a step: 8, or 45s of a hold'
complete -c stretch -n '__stretch_in edit' -l load -r -d 'of a step: weight or band; \'\' takes it away'
complete -c stretch -n '__stretch_in edit' -l pain -r -d 'of a check-in'
complete -c stretch -n '__stretch_in edit' -l bending -r -a 'worse same better' -d 'of a check-in'
complete -c stretch -n '__stretch_in edit' -l hips -r -a 'worse same better' -d 'of a check-in'
complete -c stretch -n '__stretch_in edit' -l balance -r -a 'worse same better' -d 'of a check-in'
complete -c stretch -n '__stretch_in edit' -l ease -r -a 'worse same better' -d 'of a check-in'
complete -c stretch -n '__stretch_in edit' -l days -r -d 'how many days a skip lasts'
complete -c stretch -n '__stretch_at edit 0' -a '(__stretch_ids sessions)'

complete -c stretch -n '__stretch_at ""' -a delete -d 'take a session off the record'
complete -c stretch -n '__stretch_at delete 0' -a '(__stretch_ids sessions)'

complete -c stretch -n '__stretch_at ""' -a undo -d 'take the last change back'
complete -c stretch -n '__stretch_in undo' -l list -d 'only list the changes, newest first'
complete -c stretch -n '__stretch_in undo' -l json -d 'with --list: as JSON, for scripts'

complete -c stretch -n '__stretch_at ""' -a stats -d 'streak, weeks, heat map, left/right balance'
complete -c stretch -n '__stretch_in stats' -l json -d 'as JSON, for scripts'
complete -c stretch -n '__stretch_at stats 0' -a '(__stretch_ids routines)'

complete -c stretch -n '__stretch_at ""' -a report -d 'one HTML page, to keep, print or show'
complete -c stretch -n '__stretch_in report' -l since -r -d 'from that day on: 2026-11-21, yesterday, monday, 7d, last month (default: the last 12 weeks)'
complete -c stretch -n '__stretch_in report' -l until -r -d 'up to that day (default: today)'
complete -c stretch -n '__stretch_in report' -s o -l output -r -F -d 'into this file, or - for standard output; never over one that exists (default: stretch-report-DATE.html here)'
complete -c stretch -n '__stretch_in report' -l force -d 'with -o: over one that exists too'
complete -c stretch -n '__stretch_in report' -l open -d 'show it in your browser'

complete -c stretch -n '__stretch_at ""' -a export -d 'the history as CSV, JSON or a calendar'
complete -c stretch -n '__stretch_in export' -l format -r -a 'csv json ics' -d 'csv, json or ics, a calendar (default: csv)'
complete -c stretch -n '__stretch_in export' -l steps -d 'the steps of the sessions instead of the sessions'
complete -c stretch -n '__stretch_in export' -l checkins -d 'the check-ins instead'
complete -c stretch -n '__stretch_in export' -l pauses -d 'what was snoozed and skipped instead'
complete -c stretch -n '__stretch_in export' -l since -r -d 'from then on: 2026-11-21, yesterday, monday, 7d, last month'
complete -c stretch -n '__stretch_in export' -l until -r -d 'up to then; a day is taken whole'
complete -c stretch -n '__stretch_in export' -l routine -r -a '(__stretch_ids routines)' -d 'of this routine'
complete -c stretch -n '__stretch_in export' -s o -l output -r -F -d 'into this file; never over one that exists'
complete -c stretch -n '__stretch_in export' -l force -d 'with -o: over one that exists too'

complete -c stretch -n '__stretch_at ""' -a import -d 'bring in an export or another record'
complete -c stretch -n '__stretch_in import' -l dry-run -d 'only say what would change'
complete -c stretch -n '__stretch_in import' -l json -d 'what changed as JSON, for scripts'
complete -c stretch -n '__stretch_at import 0' -F

complete -c stretch -n '__stretch_at ""' -a due -d 'whether practice is due; made for scripts'
complete -c stretch -n '__stretch_in due' -l why -d 'with the reason, and when it is next due'
complete -c stretch -n '__stretch_in due' -l porcelain -d 'one line for a prompt or a status bar: \'due\' or \'ok\', the routines that are due (\'-\' for none), and the longest streak that runs'
complete -c stretch -n '__stretch_in due' -l json -d 'as JSON, for scripts'
complete -c stretch -n '__stretch_at due 0' -a '(__stretch_ids routines)'

complete -c stretch -n '__stretch_at ""' -a remind -d 'a reminder if practice is due, else nothing'
complete -c stretch -n '__stretch_in remind' -l notify -d 'as a notification of the desktop, by notify-send or osascript; printed if there is none'
complete -c stretch -n '__stretch_in remind' -l wall -d 'written to your terminals that allow it (mesg y); printed if there is none'
complete -c stretch -n '__stretch_in remind' -l habit -d 'with a habit for the day, another each day; it comes also when nothing is due, unless reminders are held back'
complete -c stretch -n '__stretch_at remind 0' -a '(__stretch_ids routines)'

complete -c stretch -n '__stretch_at ""' -a goal -d 'shows or sets how often'
complete -c stretch -n '__stretch_in goal' -l between -r -d 'due at these hours only, and once in each if they are several with commas; none: at any'
complete -c stretch -n '__stretch_in goal' -l json -d 'as JSON, for scripts'
complete -c stretch -n '__stretch_at goal 0' -a '(__stretch_ids routines)'

complete -c stretch -n '__stretch_at ""' -a snooze -d 'no reminders for a while'
complete -c stretch -n '__stretch_in snooze' -l reason -r -d 'anything worth keeping'

complete -c stretch -n '__stretch_at ""' -a skip -d 'not today'
complete -c stretch -n '__stretch_in skip' -l on -r -d 'another day than today, gone or ahead: yesterday, 2026-12-24 (default: today)'
complete -c stretch -n '__stretch_in skip' -l days -r -d 'so many days from then on (default: 1)'
complete -c stretch -n '__stretch_in skip' -l reason -r -d 'anything worth keeping'

complete -c stretch -n '__stretch_at ""' -a schedule -d 'the cron line, timer or event that reminds'
complete -c stretch -n '__stretch_in schedule' -l at -r -d 'when, several with commas, or with --every when first (default: 09:00)'
complete -c stretch -n '__stretch_in schedule' -l every -r -d 'again and again on that day, such as 2h or 45m'
complete -c stretch -n '__stretch_in schedule' -l until -r -d 'with --every: not later (default: 18:00)'
complete -c stretch -n '__stretch_in schedule' -l days -r -d 'mon-fri, or mon,wed,sat (default: every day)'
complete -c stretch -n '__stretch_in schedule' -l as -r -a 'cron systemd launchd ics' -d 'cron, systemd, launchd or ics (default: cron)'
complete -c stretch -n '__stretch_in schedule' -l notify -d 'reminds with a desktop notification'
complete -c stretch -n '__stretch_in schedule' -l install -d 'puts it into your crontab, or where the form belongs'
complete -c stretch -n '__stretch_in schedule' -l uninstall -d 'takes it away again'
complete -c stretch -n '__stretch_in schedule' -l dry-run -d 'shows what would change, and changes nothing'
complete -c stretch -n '__stretch_in schedule' -l list -d 'what is installed, and when it reminds next'
complete -c stretch -n '__stretch_in schedule' -l json -d 'with --list: as JSON, for scripts'
complete -c stretch -n '__stretch_at schedule 0' -a '(__stretch_ids routines)'

complete -c stretch -n '__stretch_at ""' -a init -d 'write commented starter files'

complete -c stretch -n '__stretch_at ""' -a validate -d 'check a routines file'
complete -c stretch -n '__stretch_in validate' -l json -d 'as JSON, for scripts'
complete -c stretch -n '__stretch_at validate 0' -F

complete -c stretch -n '__stretch_at ""' -a config -d 'shows or sets a setting'
complete -c stretch -n '__stretch_in config' -l unset -r -a 'sound voice pace theme plain awake prepare switch dose first-side avoid quiet-hours working-hours days-off day-starts week-starts checkin' -d 'takes a setting out of the file'
complete -c stretch -n '__stretch_in config' -l json -d 'as JSON, for scripts'
complete -c stretch -n '__stretch_at config 0' -a 'sound voice pace theme plain awake prepare switch dose first-side avoid quiet-hours working-hours days-off day-starts week-starts checkin'

complete -c stretch -n '__stretch_at ""' -a doctor -d 'check terminal, sound, files, history'
complete -c stretch -n '__stretch_in doctor' -l json -d 'as JSON, for scripts'
complete -c stretch -n '__stretch_in doctor' -l rescue -r -F -d 'save what can still be read of a damaged history into this new file'

complete -c stretch -n '__stretch_at ""' -a backup -d 'a copy of the history, or of everything'
complete -c stretch -n '__stretch_in backup' -l force -d 'over a file that exists too'
complete -c stretch -n '__stretch_in backup' -l json -d 'as JSON, for scripts'
complete -c stretch -n '__stretch_at backup 0' -F

complete -c stretch -n '__stretch_at ""' -a restore -d 'the history, or everything, from a copy'
complete -c stretch -n '__stretch_in restore' -l json -d 'the files restored and kept as JSON, for scripts'
complete -c stretch -n '__stretch_at restore 0' -F

complete -c stretch -n '__stretch_at ""' -a completion -d 'a script for the Tab key of your shell'
complete -c stretch -n '__stretch_at completion 0' -a 'bash zsh fish'
