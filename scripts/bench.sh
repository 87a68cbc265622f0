#!/usr/bin/env bash
# Measures the embedded network: start-up, queries, single registrations, batches, bytes on disk.
set -euo pipefail

project=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
# shellcheck source=scripts/embedded/common.sh
. "$project/scripts/embedded/common.sh"

usage() {
  cat << 'USAGE'
Usage: scripts/bench.sh [--json FILE] [--keep] [options of "voltrail bench"]

Starts a fresh embedded network in a temporary folder, measures how long that takes and what it can do, and stops it.

  --json FILE   write the figures to a file as JSON
  --data DIR    use this folder instead of a temporary one; what network is in it is forgotten
  --keep        leave the network running afterwards

Further options go to "voltrail bench", for example --clients 1,16 --seconds 5.
USAGE
}

keep=false
data=''
options=()
while [ $# -gt 0 ]; do
  case $1 in
    --json) [ $# -gt 1 ] || fail "--json needs a file."; options+=(--json-file "$2"); shift ;;
    --data) [ $# -gt 1 ] || fail "--data needs a folder."; data=$2; shift ;;
    --keep) keep=true ;;
    -h | --help) usage; exit 0 ;;
    *) options+=("$1") ;;
  esac
  shift
done

finish() {
  if [ "$keep" = false ]; then
    "$project/scripts/stop.sh" --data "$data" 2> /dev/null || true
    [ -z "${temporary:-}" ] || rm -rf "$temporary"
  fi
}

now() { date +%s.%N; }

require_java
ensure_built chaincode/contract network-config/embedded client-sdk/cli
if [ -z "$data" ]; then
  temporary=$(mktemp -d "${TMPDIR:-/tmp}/voltrail-bench.XXXXXX")
  data=$temporary/network
fi
before=$([ ! -e "$project/data/current" ] || cat "$project/data/current")
trap finish EXIT
begun=$(now)
"$project/scripts/start.sh" --fresh --data "$data" > /dev/null
ended=$(now)
# What runs for other people's commands stays what it was.
if [ -n "$before" ]; then printf '%s\n' "$before" > "$project/data/current"; else rm -f "$project/data/current"; fi
start_seconds=$(awk -v a="$begun" -v b="$ended" 'BEGIN { printf "%.2f", b - a }')
export VOLTRAIL_DATA=$data
"$project/scripts/voltrail" bench --identity manufacturer --ledger-data "$data" --start-seconds "$start_seconds" \
  --network-pid "$(running "$data/run/network.process")" --chaincode-pid "$(running "$data/run/chaincode.process")" \
  ${options[@]+"${options[@]}"}
