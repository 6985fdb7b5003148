# Completes stretch in fish. Made from the program's own command model by CompletionTest.

# The options that take a value, each behind its command.
set -g __stretch_valued @valued@

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
@lines@
