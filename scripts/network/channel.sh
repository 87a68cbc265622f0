# shellcheck shell=bash disable=SC2154,SC2030,SC2031 # data and project are network.sh's
# Ordering nodes, peers and the channel.

# as ORGANISATION COMMAND…: runs one of Fabric's programs as the organisation's administrator, against its first peer.
as() { local organisation=$1; shift; as_user "$organisation" admin "$@"; }

# as_user ORGANISATION USER PROGRAM ARGUMENT…
as_user() {
  local organisation=$1 user=$2
  shift 2
  at_peer "$(nodes_of peer "$organisation" | head -n 1)" "$user" "$@"
}

# at_peer PEER USER PROGRAM ARGUMENT…: the same against a peer of choice.
at_peer() {
  local peer=$1 user=$2 organisation
  shift 2
  organisation=$(node_field "$peer" 3)
  (
    export FABRIC_CFG_PATH CORE_PEER_LOCALMSPID CORE_PEER_ADDRESS CORE_PEER_TLS_ENABLED=true CORE_PEER_TLS_ROOTCERT_FILE
    export CORE_PEER_MSPCONFIGPATH FABRIC_LOGGING_SPEC=error
    FABRIC_CFG_PATH=$(node_dir "$peer")
    CORE_PEER_LOCALMSPID=$(organisation_field "$organisation" 4)
    CORE_PEER_ADDRESS=localhost:$(node_field "$peer" 6)
    CORE_PEER_TLS_ROOTCERT_FILE=$(identity_dir "$peer")/tls/ca.crt
    CORE_PEER_MSPCONFIGPATH=$(organisation_dir "$organisation")/users/$user/msp
    fabric "$@"
  )
}

# The ordering service, for programs that want one node named: the first that runs.
orderer_arguments() {
  local node
  for node in $(nodes_of orderer); do
    if is_running "$node"; then break; fi
  done
  printf '%s\n' -o "localhost:$(node_field "$node" 6)" --tls --cafile "$(identity_dir "$node")/tls/ca.crt"
}

genesis_block() { printf '%s/genesis.block\n' "$data"; }

make_genesis_block() {
  [ -r "$(genesis_block)" ] && return
  step "Making the channel's first block"
  quietly "$data/log/configtxgen.log" fabric configtxgen -profile Channel -channelID "$(setting channel)" \
    -configPath "$data" -outputBlock "$(genesis_block).new" \
    || fail "configtxgen refuses the channel's configuration:" "$(last_words "$data/log/configtxgen.log")" "Mend $data/network.yaml."
  mv "$(genesis_block).new" "$(genesis_block)"
}

start_node() {
  local id=$1
  is_running "$id" && return
  need_free_ports "$id" "$(node_field "$id" 6)" "$(node_field "$id" 7)" "$(node_field "$id" 8)"
  (
    umask 077
    FABRIC_CFG_PATH=$(node_dir "$id")
    export FABRIC_CFG_PATH FABRIC_LOGGING_SPEC="${FABRIC_LOGGING_SPEC:-info:grpc=warn:gossip=warn:comm.grpc.server=warn}"
    case $(node_field "$id" 1) in
      orderer) launch "$id" "$(tool orderer)" start ;;
      peer)
        export CHAINCODE_AS_A_SERVICE_BUILDER_CONFIG
        CHAINCODE_AS_A_SERVICE_BUILDER_CONFIG=$(builder_config "$id")
        launch "$id" "$(tool peer)" node start
        ;;
    esac
  )
}

# builder_config PEER: where the external builder finds the peer's chaincode service, in turns.
builder_config() {
  printf '{"odd":"127.0.0.1:%s","even":"127.0.0.1:%s"}\n' "$(node_field "$1" 9)" "$(node_field "$1" 10)"
}

start_orderers() {
  local id
  step "Starting the ordering nodes"
  for id in $(nodes_of orderer); do start_node "$id"; done
  for id in $(nodes_of orderer); do await_health "$id" 60; done
  # shellcheck disable=SC2046
  in_parallel join_orderer $(nodes_of orderer) \
    || fail "An ordering node could not join the channel:" "$(last_words "$data/log/join.log")" "Run 'up' again; 'logs' shows more."
}

orderer_admin() {
  local id=$1 tls
  shift
  tls=$(identity_dir "$id")/tls
  fabric osnadmin "$@" -o "localhost:$(node_field "$id" 8)" --ca-file "$tls/ca.crt" --client-cert "$tls/server.crt" --client-key "$tls/server.key"
}

orderer_has_joined() { orderer_admin "$1" channel list --channelID "$(setting channel)" 2> /dev/null | grep -q '"status": *"active"'; }

join_orderer() {
  orderer_has_joined "$1" && return
  quietly "$data/log/join.log" orderer_admin "$1" channel join --channelID "$(setting channel)" --config-block "$(genesis_block)"
  wait_until 20 orderer_has_joined "$1"
}

has_leader() {
  local id
  for id in $(nodes_of orderer); do
    [ "$(metric "$id" "consensus_etcdraft_is_leader{channel=\"$(setting channel)\"}")" = 1 ] && return
  done
  return 1
}

await_leader() {
  wait_until 30 has_leader || fail "The ordering nodes have not agreed on a leader within 30 s." \
    "A majority of them must run and reach each other: see 'status' and 'logs orderer0.orderer'."
}

start_peers() {
  local id
  step "Starting the peers"
  for id in $(nodes_of peer); do start_node "$id"; done
  for id in $(nodes_of peer); do await_health "$id" 60; done
  # shellcheck disable=SC2046
  in_parallel join_peer $(nodes_of peer) \
    || fail "A peer could not join the channel:" "$(last_words "$data/log/join.log")" "Run 'up' again; 'logs' shows more."
}

peer_has_joined() { at_peer "$1" admin peer channel list 2> /dev/null | grep -qx "$(setting channel)"; }

join_peer() {
  wait_until 20 peer_answers "$1"
  peer_has_joined "$1" && return
  quietly "$data/log/join.log" at_peer "$1" admin peer channel join -b "$(genesis_block)" || peer_has_joined "$1"
}

peer_answers() { at_peer "$1" admin peer channel list > /dev/null 2>&1; }

height() { metric "$1" "ledger_blockchain_height{channel=\"$(setting channel)\"}"; }

# --- Changing the channel's configuration -----------------------------------------------------------------------------

# update_channel SIGNERS EDIT-ARGUMENT…: changes the configuration as the renderer's channel-update does, signed by the
# administrators of the organisations in the first argument. Nothing happens if the change makes no difference.
update_channel() {
  local signers=$1 work log=$data/log/channel-update.log organisation last orderer
  shift
  rm -rf "$data"/channel-update.*
  work=$(mktemp -d "$data/channel-update.XXXXXX")
  mapfile -t orderer < <(orderer_arguments)
  read -r last _ <<< "$signers"
  # shellcheck disable=SC2015
  read_configuration "$work" "$last" "${orderer[@]}" \
    && quietly "$log" topology channel-update --data "$data" --block "$work/block.json" --before "$work/before.json" --after "$work/after.json" "$@" \
    || fail "The channel's configuration could not be read or edited:" "$(last_words "$log")"
  if cmp -s "$work/before.json" "$work/after.json"; then rm -rf "$work"; return; fi
  compute_update "$work" || fail "The channel's new configuration could not be computed:" "$(last_words "$log")"
  for organisation in $signers; do
    quietly "$log" sign_as "$organisation" "$work/envelope.pb" || fail "$organisation could not sign:" "$(last_words "$log")"
  done
  quietly "$log" as "$last" peer channel update -f "$work/envelope.pb" -c "$(setting channel)" "${orderer[@]}" \
    || fail "The ordering service refuses the channel's new configuration:" "$(last_words "$log")" \
      "Too few administrators may have signed: see docs/policies.md."
  # shellcheck disable=SC2015
  wait_until 30 fetch_new_configuration "$work" "$last" "${orderer[@]}" && await_configuration "$work/new.pb" \
    || fail "The new configuration was accepted but has not reached all peers within 30 s." "See 'status' and 'logs'."
  rm -rf "$work"
}

# fetch_new_configuration FOLDER ORGANISATION ORDERER-ARGUMENT…: fails as long as the ordering service has the old one.
fetch_new_configuration() {
  local work=$1 organisation=$2
  shift 2
  quietly "$data/log/channel-update.log" as "$organisation" peer channel fetch config "$work/new.pb" -c "$(setting channel)" "$@" \
    && [ "$(block_header "$work/block.pb")" != "$(block_header "$work/new.pb")" ]
}

# block_header BLOCK: a sum of what is the same everywhere; a block's metadata is each node's own.
block_header() { head -c 72 "$1" | cksum; }

# await_configuration BLOCK: waits until every peer that runs has this configuration block.
await_configuration() {
  local peer
  for peer in $(nodes_of peer); do
    is_running "$peer" || continue
    peer_has_joined "$peer" || continue
    wait_until 30 peer_has_configuration "$peer" "$1" || return 1
  done
}

peer_has_configuration() {
  quietly "$data/log/channel-update.log" at_peer "$1" admin peer channel fetch config "$2.$1" -c "$(setting channel)" \
    && [ "$(block_header "$2")" = "$(block_header "$2.$1")" ]
}

# read_configuration FOLDER ORGANISATION ORDERER-ARGUMENT…: the channel's last configuration block, decoded.
read_configuration() {
  local work=$1 organisation=$2 log=$data/log/channel-update.log
  shift 2
  quietly "$log" as "$organisation" peer channel fetch config "$work/block.pb" -c "$(setting channel)" "$@" \
    && quietly "$log" fabric configtxlator proto_decode --type common.Block --input "$work/block.pb" --output "$work/block.json"
}

# compute_update FOLDER: from before.json and after.json to envelope.pb.
compute_update() {
  local work=$1 log=$data/log/channel-update.log part
  for part in before after; do
    quietly "$log" fabric configtxlator proto_encode --type common.Config --input "$work/$part.json" --output "$work/$part.pb" || return 1
  done
  quietly "$log" fabric configtxlator compute_update --channel_id "$(setting channel)" \
    --original "$work/before.pb" --updated "$work/after.pb" --output "$work/update.pb" \
    && quietly "$log" fabric configtxlator proto_decode --type common.ConfigUpdate --input "$work/update.pb" --output "$work/update.json" \
    && quietly "$log" topology wrap-update --channel "$(setting channel)" "$work/update.json" "$work/envelope.json" \
    && quietly "$log" fabric configtxlator proto_encode --type common.Envelope --input "$work/envelope.json" --output "$work/envelope.pb"
}

# sign_as ORGANISATION FILE: adds the administrator's signature. An orderer organisation has no peer whose settings could be used.
sign_as() {
  local settings
  if [ "$(organisation_field "$1" 1)" = peer ]; then
    as "$1" peer channel signconfigtx -f "$2"
  else
    settings=$(node_dir "$(nodes_of peer | head -n 1)")
    FABRIC_CFG_PATH=$settings CORE_PEER_LOCALMSPID=$(organisation_field "$1" 4) FABRIC_LOGGING_SPEC=error \
      CORE_PEER_MSPCONFIGPATH=$(organisation_dir "$1")/users/admin/msp fabric peer channel signconfigtx -f "$2"
  fi
}

# majority NAME…: more than half of them.
majority() {
  local all=("$@")
  printf '%s ' "${all[@]:0:$((${#all[@]} / 2 + 1))}"
}
