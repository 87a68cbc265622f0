#!/usr/bin/env bash
# A Hyperledger Fabric network of native processes on this machine, as network-config/network.yaml describes it.
set -euo pipefail

if [ "${BASH_VERSINFO[0]}" -lt 4 ] || { [ "${BASH_VERSINFO[0]}" -eq 4 ] && [ "${BASH_VERSINFO[1]}" -lt 4 ]; }; then
  echo "Error: bash 4.4 or later is needed; this is $BASH_VERSION." >&2
  exit 1
fi

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
data=$project/data/fabric
description=$project/network-config/network.yaml
port_offset=0

for part in common tools processes enrol channel chaincode growth backup; do
  # shellcheck source=/dev/null
  . "$project/scripts/network/$part.sh"
done

usage() {
  cat << 'USAGE'
Usage: scripts/network.sh [--data DIR] [--port-offset N] COMMAND

  up                        start the network, or what is missing of it
  down [--delete]           end its processes; with --delete remove its data, too
  status                    what runs, how high the ledgers are, when certificates run out
  deploy                    install, approve and commit the chaincode and start its service
  upgrade --version V [--policy P] [--program JAR]
                            another version or policy of the chaincode, while the network runs
  add-org NAME [--roles R]  let an organisation join the running network; R as in carrier,collector
  add-peer ORG              one more peer for an organisation
  add-user ORG NAME [--roles R]
                            register and enrol a user
  revoke ORG USER           revoke a user's certificates, for the whole channel
  renew [--within DAYS]     renew certificates that run out soon (30 days if not said)
  backup DIR                copy ledgers, keys and configuration to a new directory
  restore DIR               put such a copy into an empty data directory
  logs [NODE] [-f]          the last lines of all logs, or of one; -f goes on showing

Programs of Fabric are taken from FABRIC_BIN or PATH. The data directory is data/fabric unless --data says otherwise;
--port-offset counts when the data directory is first made. docs/operations.md has more.
USAGE
}

begin() {
  require_java
  data=$(mkdir -p "$data" && cd "$data" && pwd)
  chmod 700 "$data"
  topology init --topology "$description" --data "$data" --port-offset "$port_offset" || exit 1
  lock
}

# One command at a time works on a data directory.
lock() {
  local other
  if ! mkdir "$data/lock" 2> /dev/null; then
    other=$(cat "$data/lock/pid" 2> /dev/null || true)
    if [ -n "$other" ] && kill -0 "$other" 2> /dev/null && [ "$(birth "$other")" = "$(cat "$data/lock/birth" 2> /dev/null)" ]; then
      fail "Another network.sh (process $other) is at work on $data." "Wait until it has finished."
    fi
  fi
  echo $$ > "$data/lock/pid"
  birth $$ > "$data/lock/birth"
  trap 'rm -rf "$data/lock"' EXIT
}

# For commands that need a network that has been made.
existing() {
  [ -r "$data/plan/nodes.tsv" ] || fail "There is no network in $data." "Make one with: scripts/network.sh --data $data up"
  data=$(cd "$data" && pwd)
}

up() {
  begin
  require_fabric
  require_certificate_tools
  place_builder
  prepare_certificates
  make_genesis_block
  start_chaincode_services
  start_orderers
  start_peers
  await_leader
  await_chaincode_services
  step "The network is up: channel $(setting channel) with $(organisations_of peer | wc -l | tr -d ' ') organisations"
  note "Profiles and users for clients: $data/organisations"
}

place_builder() {
  mkdir -p "$data/builder"
  cp -R "$project/network-config/builder/." "$data/builder/"
}

down() {
  existing
  lock
  step "Ending the network"
  # shellcheck disable=SC2046
  in_parallel stop $(chaincode_services) || true
  # shellcheck disable=SC2046
  in_parallel stop $(nodes_of peer) || true
  # shellcheck disable=SC2046
  in_parallel stop $(nodes_of orderer) $(nodes_of ca) || true
  if [ "${1:-}" = --delete ]; then
    rm -rf "$data"
    trap - EXIT
    step "Removed $data"
  fi
}

status() {
  existing
  local id pid health count
  printf '%-28s %-8s %-9s %-6s %s\n' PROCESS PID HEALTH PORT BLOCKS
  for id in $(nodes_of ca) $(nodes_of orderer) $(nodes_of peer); do
    if [ "$(node_field "$id" 1)" = ca ] && [ "$(certificates_by)" = cryptogen ]; then continue; fi
    health=down count='' pid=-
    if pid=$(running "$id"); then
      if healthy "$id"; then health=healthy; else health=ill; fi
      [ "$(node_field "$id" 1)" = ca ] || count=$(height "$id")
    else
      pid=-
    fi
    printf '%-28s %-8s %-9s %-6s %s\n' "$id" "$pid" "$health" "$(node_field "$id" 6)" "$count"
  done
  for id in $(chaincode_services); do
    if pid=$(running "$id"); then health=running; else health=down pid=-; fi
    printf '%-28s %-8s %-9s\n' "$id" "$pid" "$health"
  done
  printf '\n%s\n' "Chaincode: $(committed_definition || echo 'not committed')"
  printf 'Certificates: %s\n' "$(expiry_summary)"
}

logs() {
  existing
  local id follow=()
  if [ "${1:-}" = -f ] || [ "${2:-}" = -f ]; then follow=(-f); fi
  if [ $# -gt 0 ] && [ "$1" != -f ]; then
    [ -r "$(log_file "$1")" ] || fail "There is no log of $1." "Logs are there of: $(cd "$data/nodes" && echo *)"
    tail -n 100 ${follow[@]+"${follow[@]}"} "$(log_file "$1")"
  else
    local files=()
    for id in "$data"/nodes/*; do files+=("$(log_file "$(basename "$id")")"); done
    tail -n 15 ${follow[@]+"${follow[@]}"} "${files[@]}"
  fi
}

while [ $# -gt 0 ]; do
  case $1 in
    --data) data=${2:?--data needs a directory}; shift 2 ;;
    --port-offset) port_offset=${2:?--port-offset needs a number}; shift 2 ;;
    -h | --help | help) usage; exit 0 ;;
    *) break ;;
  esac
done

[ $# -gt 0 ] || { usage; exit 2; }
command=$1
shift
case $command in
  up) up "$@" ;;
  down) down "$@" ;;
  status) status "$@" ;;
  deploy) deploy "$@" ;;
  upgrade) upgrade "$@" ;;
  add-org) add_organisation "$@" ;;
  add-peer) add_peer "$@" ;;
  add-user) add_user "$@" ;;
  revoke) revoke "$@" ;;
  renew) renew "$@" ;;
  backup) backup "$@" ;;
  restore) restore "$@" ;;
  logs) logs "$@" ;;
  *) usage; exit 2 ;;
esac
