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
site=native

parts=(common tools processes enrol channel chaincode growth backup)
for part in "${parts[@]}"; do
  # shellcheck source=/dev/null
  . "$project/scripts/network/$part.sh"
done

usage() {
  cat << 'USAGE'
Usage: scripts/network.sh [--data DIR] [--port-offset N] [--site native|compose|kubernetes] COMMAND

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
  prepare                   certificates, keys and the channel's first block only, for nodes that run elsewhere
  join                      let ordering nodes and peers that run elsewhere join the channel
  files                     render the compose file and the Kubernetes manifests anew from network-config/network.yaml

Programs of Fabric are taken from FABRIC_BIN or PATH. The data directory is data/fabric unless --data says otherwise;
--port-offset and --site count when the data directory is first made: --site compose runs the nodes as containers,
--site kubernetes only prepares for pods. docs/operations.md has more.
USAGE
}

begin() {
  require_java
  data=$(mkdir -p "$data" && cd "$data" && pwd)
  chmod 700 "$data"
  choose_site
  topology init --topology "$description" --data "$data" --port-offset "$port_offset" || exit 1
  load_plan
  lock
}

# How the nodes run is decided once for a data directory, since the channel names their hosts.
choose_site() {
  if [ -r "$data/site" ]; then site=$(cat "$data/site"); else printf '%s\n' "$site" > "$data/site"; fi
  if [ "$site" = compose ]; then
    # shellcheck source=/dev/null
    . "$project/scripts/network/compose.sh"
  fi
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
  load_plan
  choose_site
}

up() {
  begin
  [ "$site" != kubernetes ] || fail "Pods are started by Kubernetes." "Use 'prepare', then follow docs/operations.md."
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
  note "For clients: $data/connection.json and $data/wallet, or VOLTRAIL_DATA=$data"
}

prepare() {
  begin
  require_fabric
  require_certificate_tools
  prepare_certificates
  make_genesis_block
  # shellcheck disable=SC2046
  in_parallel stop $(nodes_of ca) || true
  step "Prepared for $site: $data"
}

# Nodes that run elsewhere are reached at the ports that native ones would have (published, or forwarded).
join() {
  begin
  require_fabric
  local id
  for id in $(nodes_of orderer) $(nodes_of peer); do
    port_answers "$(node_field "$id" 6)" || fail "Nothing answers at port $(node_field "$id" 6), where $id should be." "Start it, or forward its port to this machine."
  done
  # shellcheck disable=SC2015,SC2046
  in_parallel join_orderer $(nodes_of orderer) && in_parallel join_peer $(nodes_of peer) \
    || fail "A node could not join the channel:" "$(last_words "$data/log/join.log")"
  step "All nodes have joined channel $(setting channel)"
}

files() {
  topology containers --topology "$description" --to "$project/network-config"
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
    --site) site=${2:?--site needs native, compose or kubernetes}; shift 2 ;;
    --port-offset) port_offset=${2:?--port-offset needs a number}; shift 2 ;;
    -h | --help | help) usage; exit 0 ;;
    *) break ;;
  esac
done

case $site in native | compose | kubernetes) ;; *) fail "There is no site $site." "Say native, compose or kubernetes." ;; esac
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
  prepare) prepare "$@" ;;
  join) join "$@" ;;
  files) files "$@" ;;
  *) usage; exit 2 ;;
esac
