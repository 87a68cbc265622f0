# shellcheck shell=bash disable=SC2154 # data and project are network.sh's
# Certificates: from each organisation's own Fabric CA, or from cryptogen for a trial.

prepare_certificates() {
  local way
  way=$(certificates_by)
  mkdir -p "$data"
  printf '%s\n' "$way" > "$data/certificates-by"
  case $way in
    ca)
      step "Starting the certificate authorities"
      start_authorities
      step "Enrolling nodes, administrators and users"
      # shellcheck disable=SC2046
      in_parallel enrol_organisation $(organisations_of peer) $(organisations_of orderer) \
        || fail "Enrolment failed." "What fabric-ca-client said is in $data/log/enrol-*.log; mend the cause and run 'up' again."
      ;;
    cryptogen)
      note "Fabric CA's programs are not there: certificates come from cryptogen. That is for trials only, since its"
      note "authorities are files without a service: no enrolment, no renewal, no revocation."
      generate_certificates
      ;;
  esac
  topology profiles --data "$data"
}

# --- Fabric CA --------------------------------------------------------------------------------------------------------

authority_of() { printf 'ca.%s\n' "$(organisation_field "$1" 3)"; }

start_authorities() {
  local organisation
  for organisation in $(organisations_of peer) $(organisations_of orderer); do start_authority "$organisation"; done
  for organisation in $(organisations_of peer) $(organisations_of orderer); do await_health "$(authority_of "$organisation")" 30; done
}

start_authority() {
  local id home
  id=$(authority_of "$1")
  is_running "$id" && return
  home=$(node_dir "$id")
  need_free_ports "$id" "$(node_field "$id" 6)" "$(node_field "$id" 7)"
  [ -r "$home/registrar.secret" ] || new_secret | write_private "$home/registrar.secret"
  finish_authority_config "$home" fabric-ca-server-config.yaml
  finish_authority_config "$home" tls/fabric-ca-server-config.yaml
  (
    umask 077
    export FABRIC_CA_SERVER_HOME=$home FABRIC_CA_HOME=$home
    launch "$id" "$(tool fabric-ca-server)" start
  )
}

finish_authority_config() {
  sed "s/@REGISTRAR_SECRET@/$(cat "$1/registrar.secret")/" "$1/template/$2" | write_private "$1/$2"
}

# with_authority ORGANISATION identities|tls USER FABRIC-CA-CLIENT-ARGUMENT…: acts as an enrolled user of one of the two authorities.
with_authority() {
  local organisation=$1 part=$2 user=$3 home name
  shift 3
  home=$(node_dir "$(authority_of "$organisation")")
  name=$(organisation_field "$organisation" 6)
  [ "$part" = identities ] || name=tls$name
  (
    umask 077
    export FABRIC_CA_CLIENT_HOME=$home/client/$part-$user FABRIC_CA_CLIENT_LOGLEVEL=warning
    : "${FABRIC_CA_CLIENT_URL:=https://localhost:$(organisation_field "$organisation" 5)}"
    export FABRIC_CA_CLIENT_URL
    fabric fabric-ca-client "$@" --caname "$name" --tls.certfiles "$home/ca-cert.pem"
  )
}

# url_with NAME SECRET ORGANISATION: in the environment, not among arguments that other users of the machine can read.
url_with() { printf 'https://%s:%s@localhost:%s\n' "$1" "$2" "$(organisation_field "$3" 5)"; }

enrol_organisation() {
  local organisation=$1 log=$data/log/enrol-$1.log node
  publish_roots "$organisation"
  enrol_registrar "$organisation" identities "$log" || return 1
  enrol_registrar "$organisation" tls "$log" || return 1
  for node in $(nodes_of peer "$organisation") $(nodes_of orderer "$organisation"); do
    enrol_node "$organisation" "$node" "$log" || return 1
  done
  enrol_admin "$organisation" "$log" || return 1
  enrol_users "$organisation" "$log"
}

# The roots that the channel's members will know the organisation by.
publish_roots() {
  local home msp
  home=$(node_dir "$(authority_of "$1")")
  msp=$(organisation_dir "$1")/msp
  mkdir -p "$msp/cacerts" "$msp/tlscacerts"
  cp "$home/ca-cert.pem" "$msp/cacerts/ca.pem"
  cp "$home/tls/ca-cert.pem" "$msp/tlscacerts/tlsca.pem"
}

enrol_registrar() {
  local organisation=$1 part=$2 log=$3 home
  home=$(node_dir "$(authority_of "$organisation")")
  [ -r "$home/client/$part-registrar/msp/signcerts/cert.pem" ] && return
  FABRIC_CA_CLIENT_URL=$(url_with registrar "$(cat "$home/registrar.secret")" "$organisation") \
    quietly "$log" with_authority "$organisation" "$part" registrar enroll
}

# secret_for ORGANISATION NAME: the identity's enrolment secret, made on first use.
secret_for() {
  local file
  file=$(node_dir "$(authority_of "$1")")/secrets/$2
  [ -r "$file" ] || new_secret | write_private "$file"
  cat "$file"
}

# register ORGANISATION PART NAME TYPE UNIT LOG [ATTRIBUTE…]: no fault if the identity is registered already.
register() {
  local organisation=$1 part=$2 name=$3 type=$4 unit=$5 log=$6 attributes=() attribute
  shift 6
  for attribute in "$@"; do attributes+=(--id.attrs "\"$attribute\""); done
  with_authority "$organisation" "$part" registrar identity list --id "$name" > /dev/null 2>&1 && return
  FABRIC_CA_CLIENT_ID_SECRET=$(secret_for "$organisation" "$name") \
    quietly "$log" with_authority "$organisation" "$part" registrar register --id.name "$name" --id.type "$type" \
    --id.affiliation "$(setting network).$unit" ${attributes[@]+"${attributes[@]}"}
}

# enrol ORGANISATION PART NAME FOLDER LOG [ARGUMENT…]: leaves what the authority gave in a scratch folder.
enrol() {
  local organisation=$1 part=$2 name=$3 folder=$4 log=$5
  shift 5
  rm -rf "$folder"
  FABRIC_CA_CLIENT_URL=$(url_with "$name" "$(secret_for "$organisation" "$name")" "$organisation") \
    quietly "$log" with_authority "$organisation" "$part" "$name" enroll --mspdir "$folder" --csr.names "O=$organisation" "$@"
}

# take_msp ENROLLED FOLDER ORGANISATION: an identity's folder in the form that Fabric's programs and the SDK read.
take_msp() {
  local organisation_msp
  organisation_msp=$(organisation_dir "$3")/msp
  rm -rf "$2.new"
  (umask 077 && mkdir -p "$2.new/signcerts" "$2.new/keystore" "$2.new/cacerts" "$2.new/tlscacerts")
  cp "$1/signcerts/cert.pem" "$2.new/signcerts/cert.pem"
  cp "$1"/keystore/*_sk "$2.new/keystore/key.pem"
  cp "$organisation_msp/cacerts/ca.pem" "$2.new/cacerts/"
  cp "$organisation_msp/tlscacerts/tlsca.pem" "$2.new/tlscacerts/"
  cp "$organisation_msp/config.yaml" "$2.new/"
  [ ! -d "$organisation_msp/crls" ] || cp -R "$organisation_msp/crls" "$2.new/"
  rm -rf "$2" "$1"
  mv "$2.new" "$2"
}

# take_tls ENROLLED FOLDER ORGANISATION
take_tls() {
  (umask 077 && rm -rf "$2.new" && mkdir -p "$2.new")
  cp "$1/signcerts/cert.pem" "$2.new/server.crt"
  cp "$1"/keystore/*_sk "$2.new/server.key"
  cp "$(organisation_dir "$3")/msp/tlscacerts/tlsca.pem" "$2.new/ca.crt"
  rm -rf "$2" "$1"
  mv "$2.new" "$2"
}

identity_dir() {
  local kind
  kind=$(node_field "$1" 1)
  printf '%s/%ss/%s\n' "$(organisation_dir "$(node_field "$1" 3)")" "$kind" "$(node_field "$1" 4)"
}

enrol_node() {
  local organisation=$1 node=$2 log=$3 kind name folder
  kind=$(node_field "$node" 1)
  name=$(node_field "$node" 4)
  folder=$(identity_dir "$node")
  mkdir -p "$folder"
  if [ ! -d "$folder/msp" ]; then
    register "$organisation" identities "$name" "$kind" nodes "$log" || return 1
    enrol "$organisation" identities "$name" "$folder/enrolled" "$log" --csr.hosts "$node.$(setting domain)" || return 1
    take_msp "$folder/enrolled" "$folder/msp" "$organisation"
  fi
  if [ ! -d "$folder/tls" ]; then
    register "$organisation" tls "$name" "$kind" nodes "$log" || return 1
    enrol "$organisation" tls "$name" "$folder/enrolled" "$log" --enrollment.profile tls --csr.hosts "$(tls_hosts "$node")" || return 1
    take_tls "$folder/enrolled" "$folder/tls" "$organisation"
  fi
}

# Wherever the node may come to run: one certificate for all forms of the network.
tls_hosts() { printf '%s\n' "${host_table[$1]}"; }

enrol_admin() {
  local folder
  folder=$(organisation_dir "$1")/users/admin
  [ -d "$folder/msp" ] && return
  register "$1" identities admin admin people "$2" \
    "hf.Registrar.Roles=client" "hf.Registrar.Attributes=voltrail.role" "hf.Revoker=true" "hf.GenCRL=true" || return 1
  mkdir -p "$folder"
  enrol "$1" identities admin "$folder/enrolled" "$2" || return 1
  take_msp "$folder/enrolled" "$folder/msp" "$1"
}

enrol_users() {
  local organisation=$1 log=$2 name roles
  while IFS=$'\t' read -r name roles; do
    enrol_user "$organisation" "$name" "$roles" "$log" || return 1
  done < <(awk -F '\t' -v organisation="$organisation" '$1 == organisation { print $2 "\t" $3 }' "$data/plan/users.tsv")
}

enrol_user() {
  local organisation=$1 name=$2 roles=$3 log=$4 folder attributes=()
  folder=$(organisation_dir "$organisation")/users/$name
  [ -d "$folder/msp" ] && return
  [ "$roles" = - ] || attributes=("voltrail.role=$roles:ecert")
  register "$organisation" identities "$name" client applications "$log" ${attributes[@]+"${attributes[@]}"} || return 1
  mkdir -p "$folder"
  enrol "$organisation" identities "$name" "$folder/enrolled" "$log" || return 1
  take_msp "$folder/enrolled" "$folder/msp" "$organisation"
}

# --- cryptogen --------------------------------------------------------------------------------------------------------

generate_certificates() {
  local made=$data/cryptogen way=generate organisation
  [ ! -d "$made" ] || way=extend
  case $way in
    generate) quietly "$data/log/cryptogen.log" fabric cryptogen generate --config "$data/crypto-config.yaml" --output "$made" ;;
    extend) quietly "$data/log/cryptogen.log" fabric cryptogen extend --config "$data/crypto-config.yaml" --input "$made" ;;
  esac || fail "cryptogen failed:" "$(last_words "$data/log/cryptogen.log")"
  for organisation in $(organisations_of peer) $(organisations_of orderer); do arrange_generated "$organisation"; done
  topology trial-roles --data "$data" || exit 1
}

arrange_generated() {
  local organisation=$1 kind domain made msp node user number=0
  kind=$(organisation_field "$organisation" 1)
  domain=$(organisation_field "$organisation" 3).$(setting domain)
  made=$data/cryptogen/${kind}Organizations/$domain
  msp=$(organisation_dir "$organisation")/msp
  mkdir -p "$msp/cacerts" "$msp/tlscacerts"
  cp "$made"/msp/cacerts/*.pem "$msp/cacerts/ca.pem"
  cp "$made"/msp/tlscacerts/*.pem "$msp/tlscacerts/tlsca.pem"
  for node in $(nodes_of "$kind" "$organisation"); do
    take_generated "$made/${kind}s/$(node_field "$node" 4).$domain/msp" "$(identity_dir "$node")/msp" "$organisation"
    [ -d "$(identity_dir "$node")/tls" ] || cp -R "$made/${kind}s/$(node_field "$node" 4).$domain/tls" "$(identity_dir "$node")/tls"
  done
  take_generated "$made/users/Admin@$domain/msp" "$(organisation_dir "$organisation")/users/admin/msp" "$organisation"
  while read -r user; do
    number=$((number + 1))
    take_generated "$made/users/User$number@$domain/msp" "$(organisation_dir "$organisation")/users/$user/msp" "$organisation"
  done < <(awk -F '\t' -v organisation="$organisation" '$1 == organisation { print $2 }' "$data/plan/users.tsv")
}

take_generated() {
  [ -d "$2" ] && return
  mkdir -p "$(dirname "$2")" "$2.made/signcerts" "$2.made/keystore"
  cp "$1"/signcerts/*.pem "$2.made/signcerts/cert.pem"
  cp "$1"/keystore/*_sk "$2.made/keystore/"
  take_msp "$2.made" "$2" "$3"
}
