# shellcheck shell=bash disable=SC2154 # data, project and site are network.sh's
# The same network as containers: what starts, ends and finds processes is done by compose, all else stays as it is, since the
# containers are published at the ports that native processes would have.

compose() {
  local engine
  for engine in docker podman; do
    if command -v "$engine" > /dev/null && "$engine" compose version > /dev/null 2>&1; then
      "$engine" compose --file "$data/compose/compose.yaml" --env-file "$data/compose.env" "$@"
      return
    fi
  done
  fail "There is neither 'docker compose' nor 'podman compose' on PATH." "Install one, or run the network without containers: leave out --site compose."
}

# The compose file of this very network, with what has been added to it, and the variables that it reads.
write_compose_files() {
  local turn version
  if [ ! "$data/compose/compose.yaml" -nt "$data/network.yaml" ]; then
    topology containers --topology "$data/network.yaml" --to "$data"
    cp -R "$project/network-config/monitoring/." "$data/monitoring/"
    touch "$data/compose/compose.yaml"
  fi
  {
    printf 'VOLTRAIL_DATA=%s\nVOLTRAIL_UID=%s\nVOLTRAIL_GID=%s\n' "$data" "$(id -u)" "$(id -g)"
    for turn in odd even; do
      version=$(version_of_turn "$turn")
      [ -n "$version" ] || continue
      printf 'VOLTRAIL_VERSION_%s=%s\n' "${turn^^}" "$version"
      printf 'VOLTRAIL_PACKAGE_%s=%s\n' "${turn^^}" "$(cat "$(chaincode_dir)/$(label "$version")/package-id")"
    done
  } > "$data/compose.env.new"
  mv "$data/compose.env.new" "$data/compose.env"
  [ -r "$data/grafana.secret" ] || new_secret | write_private "$data/grafana.secret"
}

# version_of_turn TURN: the newest version that takes this turn.
version_of_turn() {
  local dir newest=0 turn found=''
  for dir in "$(chaincode_dir)/$(setting chaincode)"_*; do
    [ -r "$dir/turn" ] || continue
    turn=$(cat "$dir/turn")
    if [ "$(parity "$turn")" = "$1" ] && [ "$turn" -gt "$newest" ]; then newest=$turn found=${dir##*_}; fi
  done
  printf '%s' "$found"
}

# --- In place of what processes.sh, enrol.sh, channel.sh and chaincode.sh do with native processes --------------------

running() { compose ps --status running --format '{{.Name}}' "$(service_of "$1")" 2> /dev/null | grep .; }

# service_of PROCESS: its name in the compose file. Of a chaincode process the first of its containers stands for all.
service_of() { if [ -r "$(chaincode_dir)/services/$1" ]; then containers_of "$1" | head -n 1; else printf '%s\n' "$1"; fi; }

# containers_of CHAINCODE-PROCESS
containers_of() {
  local chaincode peer
  chaincode=$(head -n 1 "$(chaincode_dir)/services/$1")
  while read -r peer; do
    printf 'chaincode-%s-%s\n' "$(parity "$(cat "$(chaincode_dir)/$chaincode/turn")")" "$peer"
  done < <(tail -n +2 "$(chaincode_dir)/services/$1")
}

start_container() {
  write_compose_files
  quietly "$data/log/compose.log" compose up --detach --no-deps "$@" \
    || fail "compose could not start $*:" "$(last_words "$data/log/compose.log")"
}

stop() {
  if is_running "$1"; then
    if [ -r "$(chaincode_dir)/services/$1" ]; then
      # shellcheck disable=SC2046
      quietly "$data/log/compose.log" compose stop $(containers_of "$1")
    else
      quietly "$data/log/compose.log" compose stop "$1"
    fi
  fi
}

start_authority() {
  local id home
  id=$(authority_of "$1")
  is_running "$id" && return
  home=$(node_dir "$id")
  [ -r "$home/registrar.secret" ] || new_secret | write_private "$home/registrar.secret"
  finish_authority_config "$home" fabric-ca-server-config.yaml
  finish_authority_config "$home" tls/fabric-ca-server-config.yaml
  start_container "$id"
}

start_node() {
  is_running "$1" && return
  mkdir -p "$(node_dir "$1")/data"
  start_container "$1"
}

start_service() {
  local name=$1 chaincode=$2
  shift 2
  mkdir -p "$(chaincode_dir)/services"
  printf '%s\n' "$chaincode" "$@" > "$(chaincode_dir)/services/$name"
  is_running "$name" && return
  export COMPOSE_PROFILES=odd,even
  # shellcheck disable=SC2046
  start_container $(containers_of "$name")
}

# Its ports are not published: the container's own health check tells.
service_listens() { compose ps --format '{{.Health}}' "$(service_of "$1")" | grep -qx healthy; }

log_file() {
  local file=$data/log/container-$1.log
  mkdir -p "$data/log"
  compose logs --no-color --tail 200 "$(service_of "$1")" > "$file" 2>&1 || true
  printf '%s\n' "$file"
}

need_free_ports() { :; }
