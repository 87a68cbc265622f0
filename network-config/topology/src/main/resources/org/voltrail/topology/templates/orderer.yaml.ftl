# Ordering node ${node.place.id}. Rendered from network.yaml: change that, not this.
General:
  ListenAddress: ${node.place.listen}
  ListenPort: ${node.port}
  LocalMSPID: ${organisation.mspId}
  LocalMSPDir: ${node.place.msp}
  BootstrapMethod: none
  MaxRecvMsgSize: 104857600
  MaxSendMsgSize: 104857600
  TLS:
    Enabled: true
    PrivateKey: ${node.place.tls}/server.key
    Certificate: ${node.place.tls}/server.crt
    RootCAs: [${node.place.tls}/ca.crt]
    ClientAuthRequired: false
    ClientRootCAs: []
  Keepalive: {ServerMinInterval: 60s, ServerInterval: 7200s, ServerTimeout: 20s}
  Backoff: {BaseDelay: 1s, Multiplier: 1.6, MaxDelay: 2m}
  Throttling: {Rate: 0, InactivityTimeout: 5s}
  Cluster:
    SendBufferSize: 100
    ClientCertificate: ${node.place.tls}/server.crt
    ClientPrivateKey: ${node.place.tls}/server.key
    RootCAs: [${node.place.tls}/ca.crt]
    ReplicationPolicy: consensus
  BCCSP:
    Default: SW
    SW: {Hash: SHA2, Security: 256, FileKeyStore: {KeyStore: null}}
  Authentication: {TimeWindow: 15m}
FileLedger: {Location: ${node.place.data}}
Consensus: {WALDir: ${node.place.data}/etcdraft/wal, SnapDir: ${node.place.data}/etcdraft/snapshot}
ChannelParticipation: {Enabled: true, MaxRequestBodySize: 4 MB}
Admin:
  ListenAddress: ${node.place.listen}:${node.admin}
  TLS:
    Enabled: true
    Certificate: ${node.place.tls}/server.crt
    PrivateKey: ${node.place.tls}/server.key
    RootCAs: [${node.place.tls}/ca.crt]
    ClientAuthRequired: true
    ClientRootCAs: [${node.place.tls}/ca.crt]
Operations: {ListenAddress: '${node.place.listen}:${node.place.operations}', TLS: {Enabled: false}}
Metrics: {Provider: prometheus}
