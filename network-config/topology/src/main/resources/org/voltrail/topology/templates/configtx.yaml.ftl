# The channel's first configuration, for configtxgen. Rendered from network.yaml: change that, not this.
<#macro signature policies mspId>
    Policies:
<#list policies as name, roles>
      ${name}: {Type: Signature, Rule: "${anyOf(mspId, roles)}"}
</#list>
</#macro>
<#macro implicit policies indent>
<#list policies as name, rule>
${indent}${name}: {Type: ImplicitMeta, Rule: "${rule}"}
</#list>
</#macro>
Organizations:
  - &orderer
    Name: ${orderer.name}
    ID: ${orderer.mspId}
    MSPDir: ${orderer.mspDirectory}
<@signature policies.ordererOrganisation orderer.mspId/>
    OrdererEndpoints: [<#list orderer.orderers as node>'${node.address()}'<#sep>, </#list>]
<#list organisations as organisation>
  - &${organisation.id}
    Name: ${organisation.name}
    ID: ${organisation.mspId}
    MSPDir: ${organisation.mspDirectory}
<@signature policies.peerOrganisation organisation.mspId/>
    AnchorPeers: [{Host: ${organisation.peers[0].place.host}, Port: ${organisation.peers[0].port}}]
</#list>
Profiles:
  Channel:
    Capabilities: {${channel.capabilities.channel}: true}
    Policies:
<@implicit policies.channel "      "/>
    Orderer:
      OrdererType: etcdraft
      EtcdRaft:
        Consenters:
<#list orderer.orderers as node>
          - Host: ${node.place.host}
            Port: ${node.port}
            ClientTLSCert: ${node.certificates}/tls/server.crt
            ServerTLSCert: ${node.certificates}/tls/server.crt
</#list>
        Options:
          TickInterval: ${channel.raft.tickInterval}
          ElectionTick: ${channel.raft.electionTick}
          HeartbeatTick: ${channel.raft.heartbeatTick}
          MaxInflightBlocks: ${channel.raft.maxInflightBlocks}
          SnapshotIntervalSize: ${channel.raft.snapshotIntervalSize}
      BatchTimeout: ${channel.batch.timeout}
      BatchSize:
        MaxMessageCount: ${channel.batch.maxMessages}
        AbsoluteMaxBytes: ${channel.batch.absoluteMaxBytes}
        PreferredMaxBytes: ${channel.batch.preferredMaxBytes}
      Organizations: [*orderer]
      Policies:
<@implicit policies.orderer "        "/>
      Capabilities: {${channel.capabilities.orderer}: true}
    Application:
      Organizations: [<#list organisations as organisation>*${organisation.id}<#sep>, </#list>]
      Policies:
<@implicit policies.application "        "/>
      Capabilities: {${channel.capabilities.application}: true}
