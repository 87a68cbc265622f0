# Certificate authority of ${organisation.name} for ${purpose}. Rendered from network.yaml: change that, not this.
# The registrar's secret is put in when the authority is set up; keep the finished file to its owner (mode 0600).
version: ${topology.fabric.caRelease}
<#if purpose == "identities">
address: ${authority.place.listen}
port: ${authority.port?c}
debug: false
crlsizelimit: 5120000
tls: {enabled: true, clientauth: {type: noclientcert}}
cors: {enabled: false}
operations: {listenAddress: '${authority.place.listen}:${authority.place.operations?c}', tls: {enabled: false}}
metrics: {provider: prometheus}
cafiles: [tls/fabric-ca-server-config.yaml]
cfg:
  identities: {allowremove: false, passwordattempts: 10}
  affiliations: {allowremove: false}
</#if>
ca:
  name: ${name}
<#if keys?has_content>
  certfile: ${keys}${(purpose == "tls")?then("tlsca", "ca")}-cert.pem
  keyfile: ${keys}${(purpose == "tls")?then("tlsca", "ca")}-key.pem
</#if>
  # A certificate that has run out may still be renewed by whoever holds its key.
  reenrollIgnoreCertExpiry: true
crl: {expiry: 720h}
registry:
  maxenrollments: -1
  identities:
    - name: registrar
      pass: '@REGISTRAR_SECRET@'
      type: client
      affiliation: ''
      attrs:
        hf.Registrar.Roles: '*'
        hf.Registrar.DelegateRoles: '*'
        hf.Registrar.Attributes: '*'
        hf.Revoker: true
        hf.GenCRL: true
        hf.AffiliationMgr: true
        hf.IntermediateCA: false
db: {type: sqlite3, datasource: fabric-ca-server.db, tls: {enabled: false}}
ldap: {enabled: false}
affiliations:
  # Affiliations become organisational units, which must not be called client, peer, admin or orderer.
  ${topology.name}: [nodes, people, applications]
signing:
  default:
    usage: [digital signature]
    expiry: 8760h
  profiles:
    ca:
      usage: [cert sign, crl sign]
      expiry: 43800h
      caconstraint: {isca: true, maxpathlen: 0}
    tls:
      usage: [signing, key encipherment, server auth, client auth, key agreement]
      expiry: 8760h
csr:
  cn: ${name}.${topology.domain}
  keyrequest: {algo: ecdsa, size: 256}
  names: [{O: ${organisation.name}}]
  hosts: [<#list hosts as host>'${host}'<#sep>, </#list>]
  ca: {expiry: 131400h, pathlength: 1}
bccsp:
  default: SW
  sw: {hash: SHA2, security: 256, filekeystore: {keystore: msp/keystore}}
