# shellcheck shell=bash disable=SC2154 # data and project are network.sh's
# Copies of a whole network. Peers are copied one after the other while the rest of the network works. The ordering nodes are
# copied last and all at once: a set of them from different moments could contradict itself after a restore. Peers that are a
# little behind the ordering nodes catch up by themselves.

backup() {
  [ $# -eq 1 ] || fail "backup needs a new directory."
  local target id
  begin
  target=$1
  [ ! -e "$target" ] || [ -z "$(ls -A "$target")" ] || fail "$target is not empty." "Name a directory that is not there yet."
  (umask 077 && mkdir -p "$target/nodes")
  target=$(cd "$target" && pwd)
  for id in $(nodes_of peer); do copy_node "$id" "$target"; done
  for id in $(nodes_of ca); do if [ -d "$(node_dir "$id")" ]; then copy_node "$id" "$target"; fi; done
  copy_orderers "$target"
  step "Copying keys, certificates and configuration"
  (cd "$data" && find . -mindepth 1 -maxdepth 1 ! -name nodes ! -name lock ! -name log -exec cp -Rp {} "$target/" \;)
  for id in $(chaincode_services); do mkdir -p "$target/nodes/$id"; done
  printf '%s\n' "$data" > "$target/made-in"
  (cd "$target" && find . -type f ! -name 'SHA256SUMS*' -exec "$project/scripts/network/sha256" {} + > SHA256SUMS.new && mv SHA256SUMS.new SHA256SUMS)
  step "The copy is in $target ($(du -sh "$target" | cut -f1)); it holds private keys, keep it accordingly"
}

# copy_node ID TARGET: with the node at rest, so that its databases are whole.
copy_node() {
  local id=$1 ran=no
  step "Copying $id"
  if is_running "$id"; then ran=yes; stop "$id"; fi
  cp -Rp "$(node_dir "$id")" "$2/nodes/"
  rm -f "$2/nodes/$id/process" "$2/nodes/$id"/*.log
  if [ "$ran" = yes ]; then restart "$id"; fi
}

restart() {
  if [ "$(node_field "$1" 1)" = ca ]; then start_authority "$(node_field "$1" 3)"; else start_node "$1"; fi
  await_health "$1" 60
}

copy_orderers() {
  local id ran=()
  step "Copying the ordering nodes; submissions wait for that long"
  for id in $(nodes_of orderer); do if is_running "$id"; then ran+=("$id"); fi; done
  # shellcheck disable=SC2046
  in_parallel stop $(nodes_of orderer)
  for id in $(nodes_of orderer); do
    cp -Rp "$(node_dir "$id")" "$1/nodes/"
    rm -f "$1/nodes/$id/process" "$1/nodes/$id"/*.log
  done
  for id in ${ran[@]+"${ran[@]}"}; do start_node "$id"; done
  for id in ${ran[@]+"${ran[@]}"}; do await_health "$id" 60; done
  [ ${#ran[@]} -eq 0 ] || await_leader
}

restore() {
  [ $# -eq 1 ] || fail "restore needs the directory of a backup."
  local source
  source=$(cd "$1" 2> /dev/null && pwd) || fail "There is no directory $1."
  [ -r "$source/SHA256SUMS" ] || fail "$source is no finished backup: it has no SHA256SUMS."
  if [ -d "$data" ] && [ -n "$(ls -A "$data")" ]; then
    fail "$data is not empty." "Restore into a new directory: scripts/network.sh --data DIR restore $source" \
      "Then end this network (down) before you start that one: both have the same ports and, above all, the same keys."
  fi
  step "Checking the copy"
  (cd "$source" && "$project/scripts/network/sha256" -c SHA256SUMS > /dev/null) || fail "The copy is damaged." "Use another one."
  (umask 077 && mkdir -p "$data")
  data=$(cd "$data" && pwd)
  step "Restoring to $data"
  cp -Rp "$source/." "$data/"
  rm -f "$data/SHA256SUMS" "$data/made-in"
  topology render --data "$data"
  place_builder
  step "Restored; start it with: scripts/network.sh --data $data up"
}
