#!/usr/bin/env bash
# Puts what 'scripts/network.sh --site kubernetes --data DIR prepare' has made for one organisation into Secrets of its
# namespace. Whoever keeps secrets elsewhere (a vault with an operator, sealed secrets) makes Secrets with these names and keys:
#   ca                ca-cert.pem ca-key.pem tlsca-cert.pem tlsca-key.pem registrar
#   <node>-identity   cert.pem key.pem ca.pem tlsca.pem config.yaml server.crt server.key
# Usage: secrets.sh DIR ORGANISATION-ID        with kubectl pointing at the organisation's cluster
set -euo pipefail

[ $# -eq 2 ] || { sed -n '2,8p' "$0" | cut -c3-; exit 2; }
data=$(cd "$1" && pwd)
id=$2
name=$(awk -F '\t' -v id="$id" '$3 == id { print $2 }' "$data/plan/organisations.tsv")
[ -n "$name" ] || { echo "Error: there is no organisation $id in $data." >&2; exit 1; }
namespace=$(awk -F '\t' '$1 == "network" { print $2 }' "$data/plan/settings.tsv")-$id
home=$data/nodes/ca.$id

# key_of CERTIFICATE KEYSTORE: the private key that belongs to a certificate.
key_of() {
  local wanted key
  wanted=$(openssl x509 -in "$1" -noout -pubkey)
  for key in "$2"/*_sk; do
    if [ "$(openssl pkey -in "$key" -pubout)" = "$wanted" ]; then echo "$key"; return; fi
  done
  echo "Error: $2 has no key for $1." >&2
  exit 1
}

# secret NAME KEY=FILE…: made anew, or replaced.
secret() {
  local secret=$1 arguments=() pair
  shift
  for pair in "$@"; do arguments+=("--from-file=$pair"); done
  kubectl create secret generic "$secret" --namespace "$namespace" --dry-run=client --output yaml "${arguments[@]}" \
    | kubectl apply --filename -
}

kubectl create namespace "$namespace" --dry-run=client --output yaml | kubectl apply --filename -

if [ -r "$home/ca-cert.pem" ]; then
  ca_key=$(key_of "$home/ca-cert.pem" "$home/msp/keystore")
  tlsca_key=$(key_of "$home/tls/ca-cert.pem" "$home/tls/msp/keystore")
  secret ca "ca-cert.pem=$home/ca-cert.pem" "ca-key.pem=$ca_key" "tlsca-cert.pem=$home/tls/ca-cert.pem" \
    "tlsca-key.pem=$tlsca_key" "registrar=$home/registrar.secret"
fi

for folder in "$data/organisations/$name"/peers/* "$data/organisations/$name"/orderers/*; do
  [ -d "$folder/msp" ] || continue
  secret "$(basename "$folder")-identity" "cert.pem=$folder/msp/signcerts/cert.pem" "key.pem=$folder/msp/keystore/key.pem" \
    "ca.pem=$folder/msp/cacerts/ca.pem" "tlsca.pem=$folder/msp/tlscacerts/tlsca.pem" "config.yaml=$folder/msp/config.yaml" \
    "server.crt=$folder/tls/server.crt" "server.key=$folder/tls/server.key"
done
