# shellcheck shell=bash disable=SC2034,SC2154 # data and project are network.sh's
# Speaking to the person, waiting, the plan's tables.

started=$SECONDS

# One line of progress with the seconds since the start.
step() { printf '%4ds  %s\n' "$((SECONDS - started))" "$*" >&2; }

note() { printf '       %s\n' "$*" >&2; }

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

# quietly LOG COMMAND…: shows the command's words only if it fails.
quietly() {
  local log=$1
  shift
  mkdir -p "$(dirname "$log")"
  printf '$ %s\n' "$*" >> "$log"
  "$@" >> "$log" 2>&1
}

# last_words LOG: what a failed step's log ends with, for an error message.
last_words() { [ -r "$1" ] && tail -n 8 "$1" | cut -c1-400; }

# in_parallel FUNCTION ITEM…: runs the function for each item at once; fails if one of them fails.
in_parallel() {
  local task=$1 item failed=0 pids=() pid
  shift
  for item in "$@"; do
    "$task" "$item" &
    pids+=($!)
  done
  for pid in ${pids[@]+"${pids[@]}"}; do wait "$pid" || failed=1; done
  return "$failed"
}

# A secret of 32 hexadecimal digits.
new_secret() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }

# write_private FILE: writes standard input to a file that only its owner may read.
write_private() {
  mkdir -p "$(dirname "$1")"
  (umask 077 && cat > "$1.new" && mv "$1.new" "$1")
}

# --- The plan, as rendered from the network's description -------------------------------------------------------------

declare -A setting_table node_table organisation_table host_table
declare -a node_order organisation_order

# load_plan: reads the tables; again after every change of the network.
load_plan() {
  local fields key value hosts
  setting_table=() node_table=() organisation_table=() host_table=() node_order=() organisation_order=()
  while IFS=$'\t' read -r key value; do setting_table[$key]=$value; done < "$data/plan/settings.tsv"
  while IFS=$'\t' read -r -a fields; do
    node_order+=("${fields[1]}")
    remember node_table "${fields[1]}" "${fields[@]}"
  done < "$data/plan/nodes.tsv"
  while IFS=$'\t' read -r -a fields; do
    organisation_order+=("${fields[1]}")
    remember organisation_table "${fields[1]}" "${fields[@]}"
  done < "$data/plan/organisations.tsv"
  while IFS=$'\t' read -r key hosts; do host_table[$key]=$hosts; done < "$data/plan/hosts.tsv"
}

# remember TABLE KEY FIELD…: puts the fields of a line into a table as key:1, key:2 and so on.
remember() {
  local -n table=$1
  local key=$2 column=0 field
  shift 2
  for field in "$@"; do
    column=$((column + 1))
    table["$key:$column"]=$field
  done
}

setting() { printf '%s\n' "${setting_table[$1]}"; }

# nodes_of KIND [ORGANISATION]: ids of the processes of a kind.
nodes_of() {
  local id
  for id in "${node_order[@]}"; do
    if [ "${node_table[$id:1]}" = "$1" ] && [ "${2:-${node_table[$id:3]}}" = "${node_table[$id:3]}" ]; then printf '%s\n' "$id"; fi
  done
}

# node_field ID COLUMN: 1 kind, 3 organisation, 4 name, 5 host, 6 port, 7 operations, 8 second port, 9 and 10 chaincode service.
node_field() { printf '%s\n' "${node_table[$1:$2]:-}"; }

# organisations_of KIND: names of the peer or orderer organisations.
organisations_of() {
  local name
  for name in "${organisation_order[@]}"; do
    if [ "${organisation_table[$name:1]}" = "$1" ]; then printf '%s\n' "$name"; fi
  done
}

# organisation_field NAME COLUMN: 1 kind, 3 id, 4 MSP id, 5 port of the certificate authority, 6 its name.
organisation_field() { printf '%s\n' "${organisation_table[$1:$2]:-}"; }

# organisation_named WORD: the organisation that a person means by name, id or MSP id.
organisation_named() {
  local name
  for name in "${organisation_order[@]}"; do
    case ${1,,} in
      "${name,,}" | "${organisation_table[$name:3],,}" | "${organisation_table[$name:4],,}") printf '%s\n' "$name"; return ;;
    esac
  done
  fail "There is no organisation $1." "The network has: ${organisation_order[*]}"
}

organisation_dir() { printf '%s/organisations/%s\n' "$data" "$1"; }

node_dir() { printf '%s/nodes/%s\n' "$data" "$1"; }
