# shellcheck shell=bash disable=SC2154,SC2034 # data and project are network.sh's
# Organisations, peers and users that join or leave a running network; certificates that run out.

add_organisation() {
  [ $# -gt 0 ] || fail "add-org needs a name." "For example: scripts/network.sh add-org NorthRecycler --roles collector,recycler"
  local name=$1 roles='' organisation members version installing approving
  shift
  [ "${1:-}" != --roles ] || roles=${2:?--roles needs roles}
  begin
  need_running_network_before_growth "$name"
  # shellcheck disable=SC2046
  members=$(majority $(joined_organisations "$name"))
  topology add-organisation --data "$data" ${roles:+--roles "$roles"} "$name" || exit 1
  load_plan
  organisation=$(organisation_named "$name")
  start_services_for "$organisation"
  enrol_newcomers "$organisation"
  step "Adding $organisation to the channel, signed by $members"
  quietly "$data/log/add-org.log" print_definition "$organisation" \
    || fail "configtxgen refuses the new organisation:" "$(last_words "$data/log/add-org.log")"
  update_channel "$members" --add-organisation "$organisation" --definition "$data/log/$organisation.json"
  bring_up_peers "$organisation"
  version=$(committed_version || true)
  if [ -n "$version" ]; then
    approving=("$version" "$(committed_sequence)" "$(setting chaincode-policy)")
    approve "$organisation"
    await_answer
    constitute
  fi
  step "$organisation has joined"
  [ -n "$roles" ] || note "It has no role in the participant register yet and may only read: the regulator admits it."
}

# Organisations that are in the network without the one that is about to join.
joined_organisations() {
  organisations_of peer | grep -ivx -e "$1" -e "$1org" || true
}

need_running_network_before_growth() {
  local id
  require_fabric
  for id in $(nodes_of orderer); do
    is_running "$id" || fail "$id is not running." "Start the network first: scripts/network.sh --data $data up"
  done
}

print_definition() { fabric configtxgen -printOrg "$1" -configPath "$data" > "$data/log/$1.json"; }

enrol_newcomers() {
  case $(certificates_by) in
    ca)
      step "Enrolling the people and nodes of $1"
      start_authority "$1"
      await_health "$(authority_of "$1")" 30
      enrol_organisation "$1" || fail "Enrolment failed:" "$(last_words "$data/log/enrol-$1.log")"
      ;;
    cryptogen) generate_certificates ;;
  esac
  topology profiles --data "$data"
}

# start_services_for ORGANISATION: chaincode services for those of its peers that none serves yet; they start up meanwhile.
start_services_for() {
  local version name peer
  version=$(committed_version || true)
  [ -n "$version" ] || return 0
  name=$(label "$version")
  for peer in $(nodes_of peer "$1"); do
    serves_peer "$name" "$peer" > /dev/null || start_service "chaincode-$name-$peer" "$name" "$peer"
  done
}

# bring_up_peers ORGANISATION: starts those that do not run, with the chaincode.
bring_up_peers() {
  local peer version name
  for peer in $(nodes_of peer "$1"); do
    step "Starting $peer"
    start_node "$peer"
    await_health "$peer" 60
    join_peer "$peer" || fail "$peer could not join the channel:" "$(last_words "$data/log/join.log")"
    wait_until 120 has_caught_up "$peer" || fail "$peer has not caught up with the channel within 120 s." "Run the command again: it goes on where it stopped."
    version=$(committed_version || true)
    [ -n "$version" ] || continue
    name=$(label "$version")
    installing=$name
    install_on "$peer"
    await_service "$(serves_peer "$name" "$peer")" "$name" "$peer"
  done
}

# serves_peer LABEL PEER: the service that runs and has the peer on its list; 1 if there is none.
serves_peer() {
  local service
  for service in $(services_of "$1"); do
    if is_running "$service" && grep -qx "$2" "$(chaincode_dir)/services/$service"; then echo "$service"; return; fi
  done
  return 1
}

has_caught_up() {
  local own others
  own=$(height "$1")
  others=$(height "$(nodes_of orderer | head -n 1)" || true)
  [ -n "$own" ] && [ "$own" -ge "${others:-$(height "$(nodes_of peer | head -n 1)")}" ]
}

add_peer() {
  [ $# -eq 1 ] || fail "add-peer needs an organisation." "For example: scripts/network.sh add-peer RecyclerOrg"
  local organisation peer installing
  begin
  need_running_network_before_growth "$1"
  organisation=$(organisation_named "$1")
  peer=$(first_peer_down "$organisation")
  if [ -z "$peer" ]; then
    peer=$(topology add-peer --data "$data" "$organisation") || exit 1
    load_plan
    fi
  start_services_for "$organisation"
  enrol_newcomers "$organisation"
  bring_up_peers "$organisation"
  step "$organisation has $(nodes_of peer "$organisation" | wc -l | tr -d ' ') peers"
}

# A peer that an interrupted add-peer has left behind goes first.
first_peer_down() {
  local peer
  for peer in $(nodes_of peer "$1"); do
    if ! is_running "$peer"; then echo "$peer"; return; fi
  done
}

add_user() {
  [ $# -ge 2 ] || fail "add-user needs an organisation and a name." "For example: scripts/network.sh add-user RecyclerOrg mei --roles tester"
  local organisation name=$2 roles=-
  begin
  organisation=$(organisation_named "$1")
  [ "${3:-}" != --roles ] || roles=${4:?--roles needs roles}
  need_authority "$organisation" "add-user"
  enrol_user "$organisation" "$name" "$roles" "$data/log/enrol-$organisation.log" \
    || fail "$name could not be enrolled:" "$(last_words "$data/log/enrol-$organisation.log")"
  step "$organisation has a user $name: $(organisation_dir "$organisation")/users/$name/msp"
}

need_authority() {
  [ "$(certificates_by)" = ca ] || fail "This network's certificates come from cryptogen, which cannot do that." \
    "Make a network with Fabric CA's programs on FABRIC_BIN or PATH, in a new data directory."
  is_running "$(authority_of "$1")" || fail "$(authority_of "$1") is not running." "Start the network first: scripts/network.sh --data $data up"
}

revoke() {
  [ $# -eq 2 ] || fail "revoke needs an organisation and a user." "For example: scripts/network.sh revoke RecyclerOrg mei"
  local organisation user=$2 list log
  begin
  organisation=$(organisation_named "$1")
  need_authority "$organisation" revoke
  need_running_network_before_growth
  log=$data/log/revoke.log
  [ "$user" != admin ] || fail "The administrator signs the revocation and cannot revoke itself." "Enrol another administrator first."
  step "Revoking $user of $organisation"
  quietly "$log" with_authority "$organisation" identities registrar revoke --revoke.name "$user" --revoke.reason cessationofoperation \
    || fail "The certificate authority refuses:" "$(last_words "$log")"
  list=$(organisation_dir "$organisation")/msp/crls/crl.pem
  quietly "$log" with_authority "$organisation" identities registrar gencrl || fail "No revocation list could be made:" "$(last_words "$log")"
  mkdir -p "$(dirname "$list")"
  cp "$(node_dir "$(authority_of "$organisation")")/client/identities-registrar/msp/crls/crl.pem" "$list"
  publish_list "$organisation"
  step "Putting the revocation list into the channel"
  update_channel "$organisation" --revoke "$organisation" --crl "$list"
  mv "$(organisation_dir "$organisation")/users/$user" "$(organisation_dir "$organisation")/users/.revoked-$user-$(date +%Y%m%d%H%M%S)" 2> /dev/null || true
  rm -f "$data/wallet/$user.id"
  step "$user can no longer act for $organisation"
}

# The organisation's own nodes read the list from their folders when they start next.
publish_list() {
  local msp
  for msp in "$(organisation_dir "$1")"/peers/*/msp "$(organisation_dir "$1")"/orderers/*/msp; do
    [ -d "$msp" ] || continue
    mkdir -p "$msp/crls"
    cp "$(organisation_dir "$1")/msp/crls/crl.pem" "$msp/crls/"
  done
}

# --- Certificates that run out ----------------------------------------------------------------------------------------

certificates() {
  find "$data/organisations" \( -path '*/signcerts/cert.pem' -o -path '*/tls/server.crt' \) ! -path '*/.revoked-*' | sort
}

expiry_summary() {
  if ! command -v openssl > /dev/null; then echo "(openssl is not there to read their dates)"; return; fi
  local file soon=0 all=0
  while read -r file; do
    all=$((all + 1))
    openssl x509 -in "$file" -noout -checkend $((30 * 86400)) > /dev/null || { soon=$((soon + 1)); note "runs out $(openssl x509 -in "$file" -noout -enddate | cut -d= -f2): $file"; }
  done < <(certificates)
  echo "$all, of which $soon run out within 30 days"
}

renew() {
  local days=30 file organisation log renewed=0 nodes=''
  if [ "${1:-}" = --within ]; then days=${2:?--within needs days}; fi
  begin
  command -v openssl > /dev/null || fail "openssl is needed to read the certificates' dates." "Install it, or renew with fabric-ca-client as docs/operations.md shows."
  while read -r file; do
    openssl x509 -in "$file" -noout -checkend $((days * 86400)) > /dev/null && continue
    organisation=${file#"$data/organisations/"}
    organisation=${organisation%%/*}
    need_authority "$organisation" renew
    log=$data/log/renew-$organisation.log
    renew_certificate "$organisation" "$file" "$log" || fail "$file could not be renewed:" "$(last_words "$log")"
    renewed=$((renewed + 1))
    nodes="$nodes $(node_of_certificate "$file")"
  done < <(certificates)
  step "$renewed certificates renewed"
  # shellcheck disable=SC2046,SC2086
  restart_one_by_one $(printf '%s\n' $nodes | sort -u)
}

# The same key and name, a new certificate: nothing in the channel's configuration has to change.
renew_certificate() {
  local organisation=$1 file=$2 log=$3 part=identities name home fresh
  case $file in */tls/server.crt) part=tls ;; esac
  name=$(openssl x509 -in "$file" -noout -subject -nameopt multiline | sed -n 's/ *commonName *= //p')
  home=$(node_dir "$(authority_of "$organisation")")/client/$part-renewal
  rm -rf "$home"
  (umask 077 && mkdir -p "$home/msp/signcerts" "$home/msp/keystore")
  cp "$file" "$home/msp/signcerts/cert.pem"
  if [ "$part" = tls ]; then
    cp "$(dirname "$file")/server.key" "$home/msp/keystore/key_sk"
    quietly "$log" with_authority "$organisation" tls renewal reenroll --csr.keyrequest.reusekey --enrollment.profile tls \
      --csr.hosts "$(tls_hosts "$(node_of_certificate "$file")")" || return 1
  else
    cp "$(dirname "$file")/../keystore/key.pem" "$home/msp/keystore/key_sk"
    quietly "$log" with_authority "$organisation" identities renewal reenroll --csr.keyrequest.reusekey || return 1
  fi
  fresh=$home/msp/signcerts/cert.pem
  cp "$fresh" "$file.new" && mv "$file.new" "$file"
  printf '%s renewed\n' "$name" >> "$log"
  rm -rf "$home"
}

# node_of_certificate FILE: the process that uses it; empty for a user's.
node_of_certificate() {
  local path=${1#"$data/organisations/"} organisation kind name
  IFS=/ read -r organisation kind name _ <<< "$path"
  case $kind in
    peers | orderers) printf '%s.%s\n' "$name" "$(organisation_field "$organisation" 3)" ;;
  esac
}

restart_one_by_one() {
  local id
  for id in "$@"; do
    is_running "$id" || continue
    step "Restarting $id"
    stop "$id"
    start_node "$id"
    await_health "$id" 60
    [ "$(node_field "$id" 1)" = peer ] || await_leader
  done
}
