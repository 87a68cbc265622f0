# The network as containers on one machine. Rendered from network.yaml: change that, not this.
# scripts/network.sh --site compose --data DIR up, deploy and so on work with it. They set VOLTRAIL_DATA (that DIR), VOLTRAIL_UID
# and VOLTRAIL_GID (its owner), VOLTRAIL_PACKAGE_ODD and _EVEN (package ids of the chaincode) and VOLTRAIL_VERSION_ODD and _EVEN
# (versions of its image) in DIR/compose.env. docs/operations.md goes through it.
name: ${topology.name}
<#macro common image kind>
    image: ${image}
    restart: unless-stopped
    user: <#noparse>"${VOLTRAIL_UID:-1000}:${VOLTRAIL_GID:-1000}"</#noparse>
    read_only: true
    tmpfs: [/tmp]
    cap_drop: [ALL]
    security_opt: ['no-new-privileges:true']
    deploy:
      resources:
        limits: {cpus: '${cpus(resources[kind].cpuLimit)}', memory: ${resources[kind].memoryLimit?replace("Mi", "M")?replace("Gi", "G")}}
        reservations: {memory: ${resources[kind].memory?replace("Mi", "M")?replace("Gi", "G")}}
    logging: {driver: local, options: {max-size: 20m, max-file: '5'}}
</#macro>
<#macro health port>
    healthcheck:
      test: [CMD, bash, -c, 'exec 3<>/dev/tcp/127.0.0.1/${port} && printf "GET /healthz HTTP/1.0\r\n\r\n" >&3 && grep -q "200 OK" <&3']
      interval: 10s
      timeout: 5s
      retries: 6
      start_period: 20s
</#macro>
<#macro publish place ports>
    # The same ports of this machine as without containers.
    ports:
<#list ports as kind, port>
      - '127.0.0.1:${published[place.id][kind]}:${port}'
</#list>
      - '127.0.0.1:${published[place.id].operations}:${place.operations}'
</#macro>
<#macro attached host>
    hostname: ${host}
    networks: {fabric: {aliases: ['${host}']}}
</#macro>
<#function cpus amount>
  <#if amount?ends_with("m")><#return (amount?remove_ending("m")?number / 1000)?string("0.##")></#if>
  <#return amount>
</#function>
services:
<#list everyOrganisation as organisation>
  ${organisation.authority.place.id}:
<@common images.ca "ca"/>
    command: [fabric-ca-server, start]
    environment:
      FABRIC_CA_HOME: /var/hyperledger/ca
      FABRIC_CA_SERVER_HOME: /var/hyperledger/ca
      FABRIC_CA_SERVER_ADDRESS: 0.0.0.0
      FABRIC_CA_SERVER_PORT: '${organisation.authority.port}'
      FABRIC_CA_SERVER_OPERATIONS_LISTENADDRESS: 0.0.0.0:${organisation.authority.place.operations}
    volumes: [<#noparse>'${VOLTRAIL_DATA:?the directory that prepare made}</#noparse>/nodes/${organisation.authority.place.id}:/var/hyperledger/ca']
<@publish organisation.authority.place {"port": organisation.authority.port}/>
<@attached organisation.authority.place.host/>
<@health organisation.authority.place.operations/>
</#list>
<#list orderer.orderers as node>
  ${node.place.id}:
<@common images.orderer "orderer"/>
    environment: {FABRIC_CFG_PATH: ${node.place.config}, FABRIC_LOGGING_SPEC: info}
    volumes:
      - ./config/${node.place.id}:${node.place.config}:ro
      - <#noparse>${VOLTRAIL_DATA:?the directory that prepare made}</#noparse>/organisations/${orderer.name}/orderers/${node.name}:/var/hyperledger/identity:ro
      - <#noparse>${VOLTRAIL_DATA:?the directory that prepare made}</#noparse>/nodes/${node.place.id}/data:${node.place.data}
<@publish node.place {"port": node.port, "admin": node.admin}/>
<@attached node.place.host/>
<@health node.place.operations/>
</#list>
<#list organisations as organisation>
<#list organisation.peers as peer>
  ${peer.place.id}:
<@common images.peer "peer"/>
    environment:
      FABRIC_CFG_PATH: ${peer.place.config}
      FABRIC_LOGGING_SPEC: info
      CHAINCODE_AS_A_SERVICE_BUILDER_CONFIG: '{"odd":"${peer.odd.address()}","even":"${peer.even.address()}"}'
    volumes:
      - ./config/${peer.place.id}:${peer.place.config}:ro
      - <#noparse>${VOLTRAIL_DATA:?the directory that prepare made}</#noparse>/organisations/${organisation.name}/peers/${peer.name}:/var/hyperledger/identity:ro
      - <#noparse>${VOLTRAIL_DATA:?the directory that prepare made}</#noparse>/nodes/${peer.place.id}/data:${peer.place.data}
<@publish peer.place {"port": peer.port}/>
    hostname: ${peer.place.host}
    networks: {fabric: {aliases: ['${peer.place.host}']}, chaincode-${organisation.id}: {}}
    stop_grace_period: 30s
<@health peer.place.operations/>
<#list ["odd", "even"] as turn>
  chaincode-${turn}-${peer.place.id}:
<@common images.chaincode + r":${VOLTRAIL_VERSION_" + turn?upper_case + ":-" + topology.chaincode.version + r"}" "chaincode"/>
    profiles: [${turn}]
    environment:
      VOLTRAIL_CHAINCODE: '<#noparse>${VOLTRAIL_PACKAGE_</#noparse>${turn?upper_case}:-unknown}=0.0.0.0:${peer[turn].port}'
    hostname: ${peer[turn].host}
    networks: {chaincode-${organisation.id}: {aliases: ['${peer[turn].host}']}}
    healthcheck:
      test: [CMD, bash, -c, 'exec 3<>/dev/tcp/127.0.0.1/${peer[turn].port}']
      interval: 10s
      timeout: 5s
      retries: 6
      start_period: 30s
</#list>
</#list>
</#list>
  prometheus:
    image: ${images.prometheus}
    profiles: [monitoring]
    restart: unless-stopped
    read_only: true
    cap_drop: [ALL]
    security_opt: ['no-new-privileges:true']
    command: [--config.file=/etc/prometheus/prometheus.yaml, --storage.tsdb.path=/prometheus, --storage.tsdb.retention.time=30d]
    volumes: ['../monitoring/compose:/etc/prometheus:ro', '../monitoring/alerts.yaml:/etc/prometheus/alerts.yaml:ro', 'metrics:/prometheus']
    networks: {fabric: {}}
    ports: ['127.0.0.1:9090:9090']
  grafana:
    image: ${images.grafana}
    profiles: [monitoring]
    restart: unless-stopped
    cap_drop: [ALL]
    security_opt: ['no-new-privileges:true']
    environment:
      GF_SECURITY_ADMIN_PASSWORD__FILE: /run/secrets/grafana
      GF_USERS_ALLOW_SIGN_UP: 'false'
    secrets: [grafana]
    volumes:
      - ../monitoring/grafana/provisioning:/etc/grafana/provisioning:ro
      - ../monitoring/grafana/dashboards:/var/lib/grafana/dashboards:ro
      - dashboards:/var/lib/grafana
    networks: {fabric: {}}
    ports: ['127.0.0.1:3000:3000']
    depends_on: {prometheus: {condition: service_started}}
networks:
  fabric: {}
<#list organisations as organisation>
  # The chaincode service of ${organisation.name} is reached by its own peers only.
  chaincode-${organisation.id}: {internal: true}
</#list>
volumes:
  metrics: {}
  dashboards: {}
secrets:
  grafana: {file: <#noparse>'${VOLTRAIL_DATA:?the directory that prepare made}/grafana.secret'</#noparse>}
