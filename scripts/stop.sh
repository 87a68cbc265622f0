#!/usr/bin/env bash
# Ends the processes that start.sh started, and no others. The ledger stays.
set -euo pipefail

project=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
# shellcheck source=scripts/embedded/common.sh
. "$project/scripts/embedded/common.sh"

data=$(current_data)
while [ $# -gt 0 ]; do
  case $1 in
    --data) [ $# -gt 1 ] || fail "--data needs a folder."; data=$2; shift ;;
    -h | --help) printf 'Usage: scripts/stop.sh [--data DIR]\n\nEnds the embedded network in the data folder; its ledger stays.\n'; exit 0 ;;
    *) fail "Unknown option $1." ;;
  esac
  shift
done

stop_process "$data/run/network.process" "The network"
stop_process "$data/run/chaincode.process" "The chaincode service"
