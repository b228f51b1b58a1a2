# Runs one program and ends it when standard input closes: whoever holds the other end, dead or alive, decides.
#   $1  file that gets the program's output    $2  folder to delete when the input closed, or ''    $3...  the program
# Each line on standard input is the name of a signal for the program. The first line printed is the program's process
# id as /proc shows it: inside a process namespace that is not the number this shell sees.
log=$1 doomed=$2
shift 2
trap '' HUP INT TERM
exec 3<&0

# First of all children, so that inside a namespace its number is always 2: PostgreSQL takes its own number in a
# left-over postmaster.pid for stale, but another living process of that number for a running server.
(
    read -r seen_from_outside _ </proc/self/stat
    echo "$seen_from_outside"
    exec "$@" </dev/null >>"$log" 2>&1 3<&-
) &
program=$!

(
    while read -r signal; do kill -s "$signal" "$program"; done
    [ -z "$doomed" ] || : >"$doomed/released"
    kill -s CONT "$program"
    kill -s QUIT "$program"
    # Short naps: the one it is in when the program ends outlives this shell.
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do sleep 0.1; done
    # As process 1 this shell takes its whole namespace with it; elsewhere the children have to be named.
    [ "$$" -eq 1 ] || kill -s KILL $(cat "/proc/$program/task/$program/children")
    kill -s KILL "$program"
) <&3 >/dev/null 2>&1 &
watcher=$!

exec >/dev/null 3<&-
wait "$program"
status=$?
kill -s KILL "$watcher"
[ -z "$doomed" ] || [ ! -e "$doomed/released" ] || rm -rf -- "$doomed"
exit "$status"
