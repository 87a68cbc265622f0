# shellcheck shell=bash disable=SC2034,SC2154 # used by the scripts that include this; project is theirs
# What the scripts of the embedded network share.

started=$SECONDS
network_main=org.voltrail.network.NetworkMain
chaincode_main=org.voltrail.contract.service.Main
cli_main=org.voltrail.cli.Voltrail

step() { printf '%4ds  %s\n' "$((SECONDS - started))" "$*" >&2; }

# What went wrong, and on further lines what to do about it.
fail() {
  printf 'Error: %s\n' "$1" >&2
  shift
  [ $# -eq 0 ] || printf '  %s\n' "$@" >&2
  exit 1
}

# wait_until SECONDS COMMAND…: runs the command until it succeeds; 1 if it has not by then.
wait_until() {
  local deadline=$((SECONDS + $1))
  shift
  until "$@"; do
    [ "$SECONDS" -lt "$deadline" ] || return 1
    sleep 0.1
  done
}

# --- Java and the build -----------------------------------------------------------------------------------------------

# Sets java to the program to run with, and java_options to what its release needs.
require_java() {
  java=${JAVA_HOME:+$JAVA_HOME/bin/}java
  local version
  version=$("$java" -version 2>&1 | sed -n '1s/.*version "\([0-9][0-9]*\).*/\1/p') || true
  [ -n "$version" ] || fail "There is no Java here." "Install a JDK of release 17 or later, or set JAVA_HOME."
  [ "$version" -ge 17 ] || fail "Java $version is too old." "Install a JDK of release 17 or later, or set JAVA_HOME."
  java_options=()
  # Native libraries and direct memory access are announced from release 24 on.
  if [ "$version" -ge 24 ]; then
    java_options=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
  fi
}

# module_path MODULE: the class path of a built module.
module_path() {
  local jar
  jar=$(find "$project/$1/target" -maxdepth 1 -name 'voltrail-*.jar' ! -name '*-sources.jar' ! -name '*-javadoc.jar' ! -name '*-tests.jar' | head -n 1)
  printf '%s:%s/%s/target/lib/*\n' "$jar" "$project" "$1"
}

# sources_of MODULE: the modules whose sources go into it.
sources_of() {
  case $1 in
    client-sdk/cli) printf '%s\n' chaincode/model client-sdk/client client-sdk/cli ;;
    chaincode/contract) printf '%s\n' chaincode/model chaincode/contract ;;
    *) printf '%s\n' "$1" ;;
  esac
}

# is_built MODULE: whether its jar and libraries are there and no source is newer.
is_built() {
  local jar source sources=("$project/pom.xml")
  jar=$(find "$project/$1/target" -maxdepth 1 -name 'voltrail-*.jar' 2> /dev/null | head -n 1)
  [ -n "$jar" ] && [ -d "$project/$1/target/lib" ] || return 1
  while read -r source; do
    sources+=("$project/$source/src/main" "$project/$source/pom.xml")
  done < <(sources_of "$1")
  [ -z "$(find "${sources[@]}" -type f -newer "$jar" -print -quit)" ]
}

# ensure_built MODULE…: builds those that are not there or not up to date.
ensure_built() {
  local module missing=() log
  for module in "$@"; do
    is_built "$module" || missing+=("$module")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  command -v mvn > /dev/null || fail "Maven is needed for the first build." "Install Apache Maven 3.8 or later."
  if [ -d "$project/${missing[0]}/target/lib" ]; then
    step "Sources have changed, building ${missing[*]}"
  else
    step "Building ${missing[*]}; the first time Maven fetches libraries, which takes a few minutes"
  fi
  log=$(mktemp)
  # From the top, so that modules that these build on are built, too.
  if ! (cd "$project" && mvn -B -ntp -q -DskipTests -pl "$(IFS=,; printf '%s' "${missing[*]}")" -am package) > "$log" 2>&1; then
    tail -n 30 "$log" >&2
    fail "The build failed." "All of its output is in $log."
  fi
  rm -f "$log"
  # A jar whose content has not changed is not written anew; its time must not look old.
  for module in "${missing[@]}"; do
    find "$project/$module/target" -maxdepth 1 -name 'voltrail-*.jar' -exec touch {} +
  done
}

# --- Processes --------------------------------------------------------------------------------------------------------

# birth PID: when a process started, as exactly as the system tells it.
birth() {
  if [ -r "/proc/$1/stat" ]; then
    printf '%s:%s\n' "$(cat /proc/sys/kernel/random/boot_id)" "$(sed 's/.*) //' "/proc/$1/stat" | cut -d' ' -f20)"
  else
    ps -o lstart= -p "$1" | tr -s ' ' '_'
  fi
}

# running FILE: prints the process id if the process that we started and noted in the file is still there. A process id that
# the system has given to another program since is not ours.
running() {
  local pid born
  read -r pid born 2> /dev/null < "$1" || return 1
  kill -0 "$pid" 2> /dev/null && [ "$(birth "$pid" 2> /dev/null)" = "$born" ] || return 1
  printf '%s\n' "$pid"
}

is_running() { running "$1" > /dev/null; }

is_stopped() { ! is_running "$1"; }

# launch FILE LOG COMMAND…: starts a process in a group of its own, so that the end of the terminal is not its end.
launch() {
  local file=$1 log=$2 pid
  shift 2
  pid=$(
    set -m
    nohup "$@" >> "$log" 2>&1 < /dev/null &
    echo $!
  )
  printf '%s %s\n' "$pid" "$(birth "$pid")" > "$file"
}

# stop_process FILE NAME: asks the process to end, and ends it if it does not within 30 s.
stop_process() {
  local pid
  if pid=$(running "$1"); then
    kill "$pid" 2> /dev/null || true
    if ! wait_until 30 is_stopped "$1"; then
      step "$2 (process $pid) does not end by itself, ending it"
      kill -9 "$pid" 2> /dev/null || true
      wait_until 10 is_stopped "$1" || fail "$2 (process $pid) cannot be ended."
    fi
    step "$2 has ended"
  fi
  rm -f "$1"
}

port_answers() { (exec 3<> "/dev/tcp/127.0.0.1/$1") 2> /dev/null; }

# --- The data folder --------------------------------------------------------------------------------------------------

# The folder of the network that was started last, or the default one.
current_data() {
  if [ -n "${VOLTRAIL_DATA:-}" ]; then
    printf '%s\n' "$VOLTRAIL_DATA"
  elif [ -d "$(cat "$project/data/current" 2> /dev/null)" ]; then
    cat "$project/data/current"
  else
    printf '%s\n' "$project/data/embedded"
  fi
}

# is_network FOLDER: whether it is empty, missing, or holds an embedded network; anything else is not to be touched.
is_network() { [ ! -e "$1" ] || [ -z "$(ls -A "$1")" ] || [ -e "$1/network.json" ] || [ -e "$1/run" ]; }
