# For cryptogen: certificates for a trial. Rendered from network.yaml: change that, not this.
<#macro sans node>[<#list hosts[node.place.id] as host>'${host}'<#sep>, </#list>]</#macro>
OrdererOrgs:
  - Name: ${orderer.name}
    Domain: ${orderer.id}.${topology.domain}
    EnableNodeOUs: true
    Specs:
<#list orderer.orderers as node>
      - {Hostname: ${node.name}, SANS: <@sans node/>}
</#list>
PeerOrgs:
<#list organisations as organisation>
  - Name: ${organisation.name}
    Domain: ${organisation.id}.${topology.domain}
    EnableNodeOUs: true
    Specs:
<#list organisation.peers as peer>
      - {Hostname: ${peer.name}, SANS: <@sans peer/>}
</#list>
    Users: {Count: ${organisation.users?size}}
</#list>
