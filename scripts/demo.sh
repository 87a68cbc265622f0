#!/usr/bin/env bash
# Plays the demonstration on the embedded network, starting it if need be.
set -euo pipefail

project=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
# shellcheck source=scripts/embedded/common.sh
. "$project/scripts/embedded/common.sh"

if [ "${1:-}" = -h ] || [ "${1:-}" = --help ]; then
  printf 'Usage: scripts/demo.sh [options]\n\nStarts the embedded network if it does not run, and plays the demonstration on it. Options are those of:\n\n'
  exec "$project/scripts/voltrail" demo --help
fi

VOLTRAIL_DATA=$(current_data)
export VOLTRAIL_DATA
if ! is_running "$VOLTRAIL_DATA/run/network.process" || ! is_running "$VOLTRAIL_DATA/run/chaincode.process"; then
  "$project/scripts/start.sh" --data "$VOLTRAIL_DATA" > /dev/null
fi
exec "$project/scripts/voltrail" demo "$@"
