# shellcheck shell=bash disable=SC2154 # data and project are network.sh's
# Finding the programs and checking their releases.

# tool NAME: path of one of Fabric's programs; FABRIC_BIN comes before PATH.
tool() {
  if [ -n "${FABRIC_BIN:-}" ] && [ -x "$FABRIC_BIN/$1" ]; then
    printf '%s/%s\n' "$FABRIC_BIN" "$1"
  else
    command -v "$1" 2> /dev/null
  fi
}

has_tool() { tool "$1" > /dev/null; }

# fabric NAME ARGUMENT…: runs one of Fabric's programs.
fabric() {
  local program=$1
  shift
  "$(tool "$program")" "$@"
}

# older A B: whether release A is older than release B.
older() { [ "$1" != "$2" ] && [ "$(printf '%s\n%s\n' "$1" "$2" | sort -t. -k1,1n -k2,2n -k3,3n | head -n 1)" = "$1" ]; }

# release_of PROGRAM: the release that it says it is, digits only; empty if it does not say.
release_of() { fabric "$1" version 2> /dev/null | sed -n 's/^ *Version: *v\{0,1\}\([0-9][0-9.]*\).*/\1/p' | head -n 1; }

# check_release PROGRAM MINIMUM WANTED
check_release() {
  local release
  release=$(release_of "$1")
  if [ -z "$release" ]; then
    note "$(tool "$1") does not say which release it is; this network is made for $3."
  elif older "$release" "$2"; then
    fail "$(tool "$1") is release $release; at least $2 is needed, $3 is what the network is tested with." "$(where_to_get_fabric "$3")"
  fi
}

where_to_get_fabric() {
  printf '%s' "Release $1 and how to get it: Hyperledger Fabric documentation, Getting Started, \"Install Fabric and Fabric Samples\". Put the folder with the programs in FABRIC_BIN or on PATH."
}

where_to_get_fabric_ca() {
  printf '%s' "Release $1 and how to get it: Hyperledger Fabric CA documentation, User's Guide, \"Install\"; the installation script of the Hyperledger Fabric documentation brings it, too."
}

require_fabric() {
  local program missing=()
  for program in peer orderer configtxgen configtxlator osnadmin; do
    has_tool "$program" || missing+=("$program")
  done
  if [ ${#missing[@]} -gt 0 ]; then
    fail "Missing: ${missing[*]}${FABRIC_BIN:+ (looked in $FABRIC_BIN and on PATH)}." "$(where_to_get_fabric "$(setting fabric-release)")"
  fi
  check_release peer "$(setting fabric-minimum)" "$(setting fabric-release)"
  check_release orderer "$(setting fabric-minimum)" "$(setting fabric-release)"
}

# Says ca or cryptogen: by which means certificates are made. What a data directory began with, it keeps.
certificates_by() {
  if [ -r "$data/certificates-by" ]; then
    cat "$data/certificates-by"
  elif has_tool fabric-ca-server && has_tool fabric-ca-client; then
    echo ca
  else
    echo cryptogen
  fi
}

require_certificate_tools() {
  case $(certificates_by) in
    ca)
      if ! has_tool fabric-ca-server || ! has_tool fabric-ca-client; then
        fail "This network's certificates come from Fabric CA, whose programs fabric-ca-server and fabric-ca-client are missing." \
          "$(where_to_get_fabric_ca "$(setting ca-release)")"
      fi
      check_release fabric-ca-server "$(setting ca-minimum)" "$(setting ca-release)"
      ;;
    cryptogen)
      has_tool cryptogen || fail "Neither fabric-ca-server with fabric-ca-client nor cryptogen is there to make certificates." \
        "$(where_to_get_fabric_ca "$(setting ca-release)")" "$(where_to_get_fabric "$(setting fabric-release)")"
      ;;
  esac
}

# --- The project's own Java programs ---------------------------------------------------------------------------------

require_java() {
  command -v java > /dev/null || fail "There is no java on PATH." "Install a JDK, release 17 or later."
}

# build_module MODULE: packages a module of this project with Maven.
build_module() {
  command -v mvn > /dev/null || fail "$1 is not built and there is no mvn on PATH." "Install Maven 3.9 or later, or run 'mvn package' where it is."
  step "Building $1"
  quietly "$data/log/build.log" mvn -q -B -ntp -f "$project/pom.xml" -pl "$1" -am -DskipTests package \
    || fail "Building $1 failed; the whole output is in $data/log/build.log." "$(last_words "$data/log/build.log")"
}

# jar_of MODULE: the module's jar; builds it if it is not there.
jar_of() {
  local jar
  jar=$(find "$project/$1/target" -maxdepth 1 -name 'voltrail-*.jar' ! -name '*-sources.jar' ! -name '*-javadoc.jar' ! -name '*-tests.jar' 2> /dev/null | head -n 1)
  if [ -z "$jar" ]; then
    build_module "$1"
    jar=$(find "$project/$1/target" -maxdepth 1 -name 'voltrail-*.jar' ! -name '*-tests.jar' | head -n 1)
  fi
  printf '%s\n' "$jar"
}

# topology COMMAND ARGUMENT…: the renderer.
topology() {
  local task=$1 at=()
  shift
  case $task in init | render | add-organisation | add-peer | set-chaincode | channel-update) at=(--site "$site") ;; esac
  [ -n "${topology_jar:-}" ] || topology_jar=$(jar_of network-config/topology)
  java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$topology_jar" "$task" ${at[@]+"${at[@]}"} "$@"
}
