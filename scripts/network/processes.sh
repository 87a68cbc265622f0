# shellcheck shell=bash disable=SC2154 # data and project are network.sh's
# Starting, watching and ending processes. A process is ours if its id, its start time and its program are those that we wrote
# down when we started it: a process id that the system has given to another program since is never signalled.

pid_file() { printf '%s/process\n' "$(node_dir "$1")"; }

log_file() { printf '%s/%s.log\n' "$(node_dir "$1")" "${1%%.*}"; }

# birth PID: when a process started, exactly where the system tells it (clock ticks since boot, and which boot).
birth() {
  if [ -r "/proc/$1/stat" ]; then
    printf '%s:%s\n' "$(cat /proc/sys/kernel/random/boot_id)" "$(sed 's/.*) //' "/proc/$1/stat" | cut -d' ' -f20)"
  else
    ps -o lstart= -p "$1" | tr -s ' ' '_'
  fi
}

program_of() { basename "$(ps -o comm= -p "$1" 2> /dev/null)" 2> /dev/null; }

# running ID: prints the process id if the process that we started is still there.
running() {
  local pid born program
  read -r pid born program 2> /dev/null < "$(pid_file "$1")" || return 1
  kill -0 "$pid" 2> /dev/null && [ "$(birth "$pid" 2> /dev/null)" = "$born" ] && [ "$(program_of "$pid")" = "$program" ] || return 1
  printf '%s\n' "$pid"
}

is_running() { running "$1" > /dev/null; }

is_not_running() { ! is_running "$1"; }

# launch ID COMMAND…: starts a process in a group of its own, so that the end of the terminal is not its end.
launch() {
  local id=$1 program pid dir
  shift
  program=$(basename "$1")
  dir=$(node_dir "$id")
  mkdir -p "$dir"
  pid=$(
    set -m
    cd "$dir" || exit 1
    "$@" >> "$(log_file "$id")" 2>&1 < /dev/null &
    echo $!
  )
  printf '%s %s %s\n' "$pid" "$(birth "$pid")" "${program:0:15}" > "$(pid_file "$id")"
}

# stop ID: asks the process to end, and ends it if it does not within 30 s. Does nothing to a process that is not ours.
stop() {
  local pid
  if pid=$(running "$1"); then
    kill "$pid" 2> /dev/null
    wait_until 30 is_not_running "$1" || { kill -9 "$pid" 2> /dev/null; wait_until 10 is_not_running "$1"; }
  fi
  rm -f "$(pid_file "$1")"
}

port_answers() { (exec 3<> "/dev/tcp/127.0.0.1/$1") 2> /dev/null; }

# need_free_ports ID PORT…: stops with a sentence if another program listens on one.
need_free_ports() {
  local id=$1 port
  shift
  for port in "$@"; do
    if [ "$port" != - ] && port_answers "$port"; then
      fail "Port $port, which $id needs, is taken by another program." \
        "End that program (find it with: lsof -i :$port), or begin a network on other ports: --data DIR --port-offset N up."
    fi
  done
}

# http_get PORT PATH: the answer of a server on this machine.
http_get() {
  (
    exec 3<> "/dev/tcp/127.0.0.1/$1" || exit 1
    printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&3
    timeout_cat <&3
  ) 2> /dev/null
}

timeout_cat() { if command -v timeout > /dev/null; then timeout 5 cat; else cat; fi; }

# healthy ID: whether the process says of itself that it is.
healthy() { http_get "$(node_field "$1" 7)" /healthz | head -n 1 | grep -q ' 200 '; }

# await_health ID SECONDS: waits for it, or stops with the log's last words if the process ends or stays ill.
await_health() {
  local deadline=$((SECONDS + $2))
  until healthy "$1"; do
    is_running "$1" || fail "$1 has ended. Its log $(log_file "$1") says:" "$(last_words "$(log_file "$1")")" "$(advice "$(log_file "$1")")"
    [ "$SECONDS" -lt "$deadline" ] || fail "$1 is running but not healthy after $2 s. Its log $(log_file "$1") says:" "$(last_words "$(log_file "$1")")" "$(advice "$(log_file "$1")")"
    sleep 0.1
  done
}

# advice LOG: what to do about the usual causes.
advice() {
  local words
  words=$(tail -n 40 "$1" 2> /dev/null)
  case $words in
    *'no space left on device'*) echo "The disk is full: make room (see: df -h $data) and run 'up' again; nothing acknowledged is lost." ;;
    *'address already in use'*) echo "Another program has taken the port since: end it, then run 'up' again." ;;
    *'certificate has expired'* | *'expired'*) echo "A certificate has run out: run 'renew', then 'up' again." ;;
    *'permission denied'* | *'Permission denied'*) echo "The data directory $data belongs to another user: run as its owner." ;;
    *'resource temporarily unavailable'*) echo "Another process holds the ledger: a node of this network is running outside this script." ;;
    *) echo "Mend the cause and run 'up' again: it goes on where it stopped." ;;
  esac
}

# metric ID NAME: value of one of a node's metrics, with its labels if it has any.
metric() { http_get "$(node_field "$1" 7)" /metrics | tr -d '\r' | awk -v name="$2" '$1 == name { print $2 }'; }
