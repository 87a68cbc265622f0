#!/usr/bin/env bash
# Starts the embedded network and the chaincode service, and waits until they can be used.
set -euo pipefail

project=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
# shellcheck source=scripts/embedded/common.sh
. "$project/scripts/embedded/common.sh"

usage() {
  cat << 'USAGE'
Usage: scripts/start.sh [--fresh] [--data DIR] [--port-base PORT]

Builds what is missing, starts the embedded network (four organisations, a peer and a certificate authority each, an
orderer) and the chaincode service, sets the ledger's registers up, and says what to do next. Does nothing to what runs
already.

  --fresh            forget the network that is in the data folder, and its ledger
  --data DIR         data folder (default: $VOLTRAIL_DATA, else data/embedded in the project)
  --port-base PORT   take ports from here on (default: whichever are free)
  --no-setup         do not enrol users nor set the ledger's registers up

VOLTRAIL_NETWORK_OPTS and VOLTRAIL_CHAINCODE_OPTS hold further options for the two Java processes.
USAGE
}

fresh=false
setup=true
port_base=0
data=${VOLTRAIL_DATA:-$project/data/embedded}
while [ $# -gt 0 ]; do
  case $1 in
    --fresh) fresh=true ;;
    --no-setup) setup=false ;;
    --data) [ $# -gt 1 ] || fail "--data needs a folder."; data=$2; shift ;;
    --port-base) [ $# -gt 1 ] || fail "--port-base needs a port."; port_base=$2; shift ;;
    -h | --help) usage; exit 0 ;;
    *) usage >&2; fail "Unknown option $1." ;;
  esac
  shift
done

network_process() { printf '%s/run/network.process\n' "$data"; }
chaincode_process() { printf '%s/run/chaincode.process\n' "$data"; }

prepare() {
  is_network "$data" || fail "$data holds something else than an embedded network." "Choose another folder with --data."
  if [ "$fresh" = true ] && [ -e "$data" ]; then
    "$project/scripts/stop.sh" --data "$data"
    rm -rf "$data"
  fi
  mkdir -p "$data/run" "$data/logs"
  chmod 700 "$data"
  data=$(cd "$data" && pwd)
}

# Four ports in a row that nobody listens on, for the chaincode servers.
free_chaincode_ports() {
  local base=$((port_base > 0 ? port_base + 100 : 9900)) port free
  while [ "$base" -lt 60000 ]; do
    free=true
    for port in 0 1 2 3; do
      if port_answers $((base + port)); then free=false; fi
    done
    [ "$free" = false ] || { printf '%s\n' "$base"; return; }
    base=$((base + 10))
  done
  fail "There are no four free ports in a row from 9900 on."
}

launch_network() {
  local ports
  ports=$(free_chaincode_ports)
  printf '%s\n' "$ports" > "$data/run/chaincode.port"
  rm -f "$data/ready.json"
  # shellcheck disable=SC2086 # options are to be split
  launch "$(network_process)" "$data/logs/network.log" "$java" "${java_options[@]}" -XX:+ExitOnOutOfMemoryError ${VOLTRAIL_NETWORK_OPTS:-} \
    -cp "$(module_path network-config/embedded)" "$network_main" --data "$data" --port-base "$port_base" \
    --chaincode "voltrail=localhost:$ports"
}

launch_chaincode() {
  local ports package port endpoints=()
  ports=$(cat "$data/run/chaincode.port")
  package=$(package_id)
  for port in 0 1 2 3; do
    endpoints+=("$package=localhost:$((ports + port))")
  done
  # shellcheck disable=SC2086 # options are to be split
  launch "$(chaincode_process)" "$data/logs/chaincode.log" "$java" "${java_options[@]}" -XX:+ExitOnOutOfMemoryError ${VOLTRAIL_CHAINCODE_OPTS:-} \
    -cp "$(module_path chaincode/contract)" "$chaincode_main" "${endpoints[@]}"
}

# The package id follows from the chaincode's name and version alone, so it is worked out only once.
package_id() {
  if [ ! -s "$data/run/package-id" ]; then
    "$java" "${java_options[@]}" -XX:TieredStopAtLevel=1 -cp "$(module_path network-config/embedded)" "$network_main" --data "$data" \
      --package-id voltrail > "$data/run/package-id"
  fi
  cat "$data/run/package-id"
}

is_ready() { [ -s "$data/ready.json" ] || is_stopped "$(network_process)" || is_stopped "$(chaincode_process)"; }

last_words() { printf '%s:\n' "$1" >&2; tail -n 15 "$1" >&2; }

await_ready() {
  wait_until 120 is_ready || true
  if is_stopped "$(network_process)"; then
    last_words "$data/logs/network.log"
    fail "The network has not started." "Its log is $data/logs/network.log."
  elif is_stopped "$(chaincode_process)"; then
    last_words "$data/logs/chaincode.log"
    fail "The chaincode service has not started." "Its log is $data/logs/chaincode.log."
  elif [ ! -s "$data/ready.json" ]; then
    last_words "$data/logs/network.log"
    fail "The network is not ready after two minutes." "Its log is $data/logs/network.log."
  fi
}

# Users, constitution, participants and accreditations; its queries go through the whole network.
set_up() {
  VOLTRAIL_DATA=$data "$project/scripts/voltrail" network setup || fail "The network runs, but the ledger cannot be set up." \
    "Logs are in $data/logs."
}

say_next() {
  local prefix=''
  [ "$data" = "$project/data/embedded" ] || prefix="VOLTRAIL_DATA=$data "
  cat << NEXT

The network is ready. Next:
  scripts/demo.sh                                    whole lives of batteries, told act by act
  ${prefix}scripts/voltrail network status
  ${prefix}scripts/voltrail register --help          put batteries on the ledger
  scripts/voltrail --help                            everything else
  scripts/stop.sh                                    end it; the ledger stays

Connection profile: $data/connection.json
Identities:         $data/wallet (manufacturer, carrier, recycler, regulator)
NEXT
}

require_java
prepare
if is_running "$(network_process)" && is_running "$(chaincode_process)"; then
  step "The network runs already in $data"
else
  # Not under the feet of processes that run from these jars.
  ensure_built chaincode/contract network-config/embedded client-sdk/cli
fi
if ! is_running "$(network_process)"; then
  step "Starting the network in $data"
  stop_process "$(chaincode_process)" "The chaincode service" # its ports may change
  launch_network
fi
if ! is_running "$(chaincode_process)"; then
  step "Starting the chaincode service"
  launch_chaincode
fi
await_ready
[ "$setup" = false ] || set_up
mkdir -p "$project/data"
printf '%s\n' "$data" > "$project/data/current"
step "Ready"
say_next
