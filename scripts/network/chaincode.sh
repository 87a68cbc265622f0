# shellcheck shell=bash disable=SC2154 # data and project are network.sh's
# The chaincode: its package, its service, its definition on the channel.
#
# $data/chaincode/<label>/ holds one version: package.tgz, package-id, turn (which of the two service ports of a peer it takes)
# and program/, a copy of the jars, so that it goes on running whatever is built afterwards.
# $data/chaincode/services/<process> lists the peers that a process serves.

chaincode_dir() { printf '%s/chaincode\n' "$data"; }

# label VERSION
label() { printf '%s_%s\n' "$(setting chaincode)" "$1"; }

parity() { if [ $(($1 % 2)) -eq 1 ]; then echo odd; else echo even; fi; }

# service_port PEER LABEL
service_port() {
  case $(parity "$(cat "$(chaincode_dir)/$2/turn")") in
    odd) node_field "$1" 9 ;;
    even) node_field "$1" 10 ;;
  esac
}

chaincode_services() {
  local file
  for file in "$(chaincode_dir)"/services/*; do if [ -f "$file" ]; then basename "$file"; fi; done
}

# --- The definition on the channel ------------------------------------------------------------------------------------

# Version and sequence as committed, with the words of Fabric's own answer; 1 if nothing is committed or no peer answers.
committed_definition() {
  local organisation
  organisation=$(organisations_of peer | head -n 1)
  as "$organisation" peer lifecycle chaincode querycommitted -C "$(setting channel)" -n "$(setting chaincode)" 2> /dev/null \
    | sed -n 's/, Endorsement Plugin.*//; /^Version: /p' | grep .
}

committed_version() { committed_definition | sed -n 's/^Version: \(.*\), Sequence: .*/\1/p'; }

committed_sequence() { committed_definition | sed -n 's/.*, Sequence: \([0-9]*\).*/\1/p'; }

# policy_arguments POLICY: as the peer program wants it.
policy_arguments() {
  case $1 in
    /Channel/*) printf '%s\n' --channel-config-policy "$1" ;;
    *) printf '%s\n' --signature-policy "$1" ;;
  esac
}

# definition_arguments VERSION SEQUENCE POLICY: what approval and commit have in common.
definition_arguments() {
  local collections
  printf '%s\n' -C "$(setting channel)" -n "$(setting chaincode)" --version "$1" --sequence "$2"
  policy_arguments "$3"
  collections=$(setting chaincode-collections)
  [ "$collections" = - ] || printf '%s\n' --collections-config "$project/network-config/$collections"
}

# --- Package, installation, approval, commit --------------------------------------------------------------------------

# make_package VERSION PROGRAM: the package and a copy of the program, unless this version has them.
make_package() {
  local version=$1 program=$2 name dir work turn
  name=$(label "$version")
  dir=$(chaincode_dir)/$name
  [ -r "$dir/package-id" ] && return
  step "Packaging chaincode $name"
  turn=$(cat "$(chaincode_dir)/turns" 2> /dev/null || echo 0)
  work=$dir.new
  rm -rf "$work" "$dir"
  mkdir -p "$work/code" "$work/program"
  printf '{"address":"{{.%s}}","dial_timeout":"10s","tls_required":false}\n' "$(parity $((turn + 1)))" > "$work/code/connection.json"
  printf '{"type":"ccaas","label":"%s"}\n' "$name" > "$work/metadata.json"
  tar -C "$work/code" -czf "$work/code.tar.gz" connection.json
  tar -C "$work" -czf "$work/package.tgz" metadata.json code.tar.gz
  rm -rf "$work/code" "$work/code.tar.gz" "$work/metadata.json"
  cp "$program" "$work/program/chaincode.jar"
  if [ -d "$(dirname "$program")/lib" ]; then cp -R "$(dirname "$program")/lib" "$work/program/lib"; fi
  fabric peer lifecycle chaincode calculatepackageid "$work/package.tgz" > "$work/package-id.new" 2> /dev/null \
    || FABRIC_CFG_PATH=$(node_dir "$(nodes_of peer | head -n 1)") fabric peer lifecycle chaincode calculatepackageid "$work/package.tgz" > "$work/package-id.new"
  mv "$work/package-id.new" "$work/package-id"
  echo $((turn + 1)) > "$work/turn"
  echo $((turn + 1)) > "$(chaincode_dir)/turns"
  mv "$work" "$dir"
}

# install_on PEER: the package of $installing (a label), unless the peer has it.
install_on() {
  local peer=$1 dir log=$data/log/chaincode-$1.log
  dir=$(chaincode_dir)/$installing
  if at_peer "$peer" admin peer lifecycle chaincode queryinstalled 2> /dev/null | grep -q "Package ID: $(cat "$dir/package-id"),"; then return; fi
  quietly "$log" at_peer "$peer" admin peer lifecycle chaincode install "$dir/package.tgz" \
    || fail "$peer does not install the chaincode package:" "$(last_words "$log")"
}

# approve ORGANISATION: the definition in $approving (version, sequence, policy), unless it has.
approve() {
  local organisation=$1 version=${approving[0]} sequence=${approving[1]} log=$data/log/chaincode-$1.log definition orderer
  mapfile -t definition < <(definition_arguments "${approving[@]}")
  mapfile -t orderer < <(orderer_arguments)
  has_approved "$organisation" "$version" "$sequence" && return
  quietly "$log" as "$organisation" peer lifecycle chaincode approveformyorg "${orderer[@]}" "${definition[@]}" \
    --package-id "$(cat "$(chaincode_dir)/$(label "$version")/package-id")" \
    || has_approved "$organisation" "$version" "$sequence" \
    || fail "$organisation could not approve the chaincode's definition:" "$(last_words "$log")"
}

# has_approved ORGANISATION VERSION SEQUENCE: the very package of this version, whose id is looked for, too.
has_approved() {
  as "$1" peer lifecycle chaincode queryapproved -C "$(setting channel)" -n "$(setting chaincode)" --sequence "$3" --output json 2> /dev/null \
    | grep -q "$(cat "$(chaincode_dir)/$(label "$2")/package-id")"
}

# commit VERSION SEQUENCE POLICY: with the endorsement of every organisation's first peer that runs.
commit() {
  local log=$data/log/chaincode-commit.log organisation peer peers=() definition orderer first=''
  mapfile -t definition < <(definition_arguments "$@")
  mapfile -t orderer < <(orderer_arguments)
  for organisation in $(organisations_of peer); do
    peer=$(nodes_of peer "$organisation" | head -n 1)
    is_running "$peer" || continue
    first=${first:-$organisation}
    peers+=(--peerAddresses "localhost:$(node_field "$peer" 6)" --tlsRootCertFiles "$(identity_dir "$peer")/tls/ca.crt")
  done
  quietly "$log" as "$first" peer lifecycle chaincode commit "${orderer[@]}" "${definition[@]}" "${peers[@]}" \
    || [ "$(committed_sequence)" = "$2" ] \
    || fail "The chaincode's definition could not be committed:" "$(last_words "$log")" \
      "A majority of the organisations must have approved this very version, sequence and policy."
}

# --- The service ------------------------------------------------------------------------------------------------------

# start_service NAME LABEL PEER…: one process that serves the given peers.
start_service() {
  local name=$1 chaincode=$2 dir peer
  shift 2
  is_running "$name" && return
  dir=$(chaincode_dir)/$chaincode
  mkdir -p "$(chaincode_dir)/services"
  printf '%s\n' "$chaincode" "$@" > "$(chaincode_dir)/services/$name"
  local endpoints=()
  for peer in "$@"; do
    need_free_ports "$name" "$(service_port "$peer" "$chaincode")"
    endpoints+=("$(cat "$dir/package-id")=127.0.0.1:$(service_port "$peer" "$chaincode")")
  done
  (
    # shellcheck disable=SC2086
    launch "$name" "$(command -v java)" ${VOLTRAIL_CHAINCODE_JAVA_OPTIONS:--Xmx384m -XX:+ExitOnOutOfMemoryError} \
      -cp "$dir/program/chaincode.jar:$dir/program/lib/*" "${VOLTRAIL_CHAINCODE_MAIN:-org.voltrail.contract.service.Main}" \
      "${endpoints[@]}"
  )
}

# service_listens NAME LABEL PEER…
service_listens() {
  local chaincode=$2 peer
  is_running "$1" || return 0
  shift 2
  for peer in "$@"; do port_answers "$(service_port "$peer" "$chaincode")" || return 1; done
}

await_service() {
  if wait_until 60 service_listens "$@" && is_running "$1"; then return; fi
  fail "The chaincode service $1 did not start. Its log $(log_file "$1") says:" "$(last_words "$(log_file "$1")")"
}

# Those that were there before a stop or a crash. They take a while to start, which the nodes meanwhile do, too.
start_chaincode_services() {
  local name lines
  for name in $(chaincode_services); do
    mapfile -t lines < "$(chaincode_dir)/services/$name"
    start_service "$name" "${lines[@]}"
  done
}

await_chaincode_services() {
  local name lines
  for name in $(chaincode_services); do
    mapfile -t lines < "$(chaincode_dir)/services/$name"
    await_service "$name" "${lines[@]}"
  done
  [ -z "$(committed_version)" ] || await_answer
}

# services_of LABEL
services_of() {
  local name
  for name in $(chaincode_services); do
    if [ "$(head -n 1 "$(chaincode_dir)/services/$name")" = "$1" ]; then echo "$name"; fi
  done
}

# Waits until every organisation's gateway can have the chaincode endorsed by as many others as its policy wants.
await_answer() {
  step "Waiting until the chaincode answers through every organisation's gateway"
  topology await-chaincode --data "$data" --seconds 60 \
    || fail "The chaincode does not answer." "See 'status' and 'logs' of the peers and of the chaincode service."
}

# --- Commands ---------------------------------------------------------------------------------------------------------

need_running_network() {
  local id
  require_fabric
  for id in $(nodes_of orderer) $(nodes_of peer); do
    is_running "$id" || fail "$id is not running." "Start the network first: scripts/network.sh --data $data up"
  done
}

chaincode_program() { printf '%s\n' "${VOLTRAIL_CHAINCODE_JAR:-$(jar_of chaincode/contract)}"; }

deploy() {
  begin
  need_running_network
  local version policy
  version=$(committed_version || true)
  policy=$(setting chaincode-policy)
  if [ -n "$version" ]; then
    note "Version $version is committed already; making sure that it runs everywhere. 'upgrade' brings another."
    bring_to_peers "$version"
    await_answer
    constitute
    return
  fi
  version=$(setting chaincode-version)
  define "$version" 1 "$policy"
  constitute
}

# bring_to_peers VERSION: package, service and installation on every peer.
bring_to_peers() {
  local name
  make_package "$1" "$(chaincode_program)"
  name=$(label "$1")
  if [ -z "$(services_of "$name")" ]; then
    # shellcheck disable=SC2046
    start_service "chaincode-$name" "$name" $(nodes_of peer)
  else
    start_chaincode_services_of "$name"
  fi
  step "Installing it on the peers"
  installing=$name
  # shellcheck disable=SC2046
  in_parallel install_on $(nodes_of peer) || exit 1
}

start_chaincode_services_of() {
  local service lines
  for service in $(services_of "$1"); do
    mapfile -t lines < "$(chaincode_dir)/services/$service"
    start_service "$service" "${lines[@]}"
  done
}

# define VERSION SEQUENCE POLICY: from the package to the answer.
define() {
  local name service lines
  bring_to_peers "$1"
  name=$(label "$1")
  for service in $(services_of "$name"); do
    mapfile -t lines < "$(chaincode_dir)/services/$service"
    await_service "$service" "${lines[@]}"
  done
  step "Approving it for each organisation"
  approving=("$@")
  # shellcheck disable=SC2046
  in_parallel approve $(organisations_of peer) || exit 1
  step "Committing version $1, sequence $2"
  commit "$@"
  await_answer
}

upgrade() {
  local version='' policy='' program=''
  while [ $# -gt 0 ]; do
    case $1 in
      --version) version=${2:?--version needs a version}; shift 2 ;;
      --policy) policy=${2:?--policy needs a policy}; shift 2 ;;
      --program) program=${2:?--program needs a jar}; shift 2 ;;
      *) fail "upgrade does not know $1." ;;
    esac
  done
  begin
  need_running_network
  local before sequence old
  before=$(committed_version || true)
  [ -n "$before" ] || fail "No chaincode is committed yet." "Use 'deploy' for the first version."
  [ -n "$version$policy" ] || fail "Nothing to upgrade." "Say --version for other code, --policy for another endorsement policy, or both."
  version=${version:-$before}
  if [ "$version" = "$before" ] && [ -n "$program" ]; then fail "Version $version is in use." "Give other code another --version."; fi
  if [ "$version" = "$before" ] && [ -z "$policy" ]; then note "Version $version is committed already."; return; fi
  [ -z "$program" ] || VOLTRAIL_CHAINCODE_JAR=$program
  sequence=$(($(committed_sequence) + 1))
  topology set-chaincode --data "$data" --version "$version" ${policy:+--policy "$policy"}
  load_plan
  define "$version" "$sequence" "$(setting chaincode-policy)"
  for old in $(chaincode_services); do
    if [ "$(head -n 1 "$(chaincode_dir)/services/$old")" != "$(label "$version")" ]; then
      step "Ending the old version's service $old"
      stop "$old"
      rm -f "$(chaincode_dir)/services/$old"
    fi
  done
  step "Version $version, sequence $sequence, is in use"
}

# The first entries of the ledger's registers, by the regulator; what is there already is left alone.
constitute() {
  local cli
  if [ -n "${VOLTRAIL_CHAINCODE_JAR:-}" ]; then return; fi
  cli=$(jar_of client-sdk/cli)
  step "Filling the ledger's registers"
  VOLTRAIL_DATA=$data java -XX:+UseSerialGC -cp "$cli:$(dirname "$cli")/lib/*" org.voltrail.cli.Voltrail network setup --plan "$data/setup-plan.json" \
    || fail "The ledger's registers could not be filled." "Run 'deploy' again: what is done already is left alone."
}
