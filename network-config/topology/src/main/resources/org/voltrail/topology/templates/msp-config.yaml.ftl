NodeOUs:
  Enable: true
<#list {"Client": "client", "Peer": "peer", "Admin": "admin", "Orderer": "orderer"} as kind, unit>
  ${kind}OUIdentifier: {Certificate: cacerts/ca.pem, OrganizationalUnitIdentifier: ${unit}}
</#list>
