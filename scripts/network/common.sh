# shellcheck shell=bash disable=SC2154 # data and project are network.sh's
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

setting() { awk -F '\t' -v name="$1" '$1 == name { print $2 }' "$data/plan/settings.tsv"; }

# nodes_of KIND [ORGANISATION]: ids of the processes of a kind.
nodes_of() {
  awk -F '\t' -v kind="$1" -v organisation="${2:-}" \
    '$1 == kind && (organisation == "" || $3 == organisation) { print $2 }' "$data/plan/nodes.tsv"
}

# node_field ID COLUMN: 1 kind, 3 organisation, 4 name, 5 host, 6 port, 7 operations, 8 second port, 9 and 10 chaincode service.
node_field() { awk -F '\t' -v id="$1" -v column="$2" '$2 == id { print $column }' "$data/plan/nodes.tsv"; }

# organisations_of KIND: names of the peer or orderer organisations.
organisations_of() { awk -F '\t' -v kind="$1" '$1 == kind { print $2 }' "$data/plan/organisations.tsv"; }

# organisation_field NAME COLUMN: 1 kind, 3 id, 4 MSP id, 5 port of the certificate authority, 6 its name.
organisation_field() { awk -F '\t' -v name="$1" -v column="$2" '$2 == name { print $column }' "$data/plan/organisations.tsv"; }

# organisation_named WORD: the organisation that a person means by name, id or MSP id.
organisation_named() {
  local found
  found=$(awk -F '\t' -v word="$1" 'tolower($2) == tolower(word) || tolower($3) == tolower(word) || tolower($4) == tolower(word) { print $2 }' \
    "$data/plan/organisations.tsv")
  [ -n "$found" ] || fail "There is no organisation $1." "The network has: $(cut -f2 "$data/plan/organisations.tsv" | paste -sd' ' -)"
  printf '%s\n' "$found"
}

organisation_dir() { printf '%s/organisations/%s\n' "$data" "$1"; }

node_dir() { printf '%s/nodes/%s\n' "$data" "$1"; }
