# Peer ${peer.place.id} of ${organisation.name}. Rendered from network.yaml: change that, not this.
peer:
  id: ${peer.place.id}
  networkId: ${topology.name}
  listenAddress: ${peer.place.listen}:${peer.port}
  address: ${peer.address()}
  addressAutoDetect: false
  chaincodeListenAddress: ${peer.place.listen}:${peer.chaincodePort}
  chaincodeAddress: ${peer.place.host}:${peer.chaincodePort}
  localMspId: ${organisation.mspId}
  localMspType: bccsp
  mspConfigPath: ${peer.place.msp}
  fileSystemPath: ${peer.place.data}
  maxRecvMsgSize: 104857600
  maxSendMsgSize: 104857600
  gateway: {enabled: true, endorsementTimeout: 30s, broadcastTimeout: 30s, dialTimeout: 2m}
  keepalive:
    interval: 7200s
    timeout: 20s
    minInterval: 60s
    client: {interval: 60s, timeout: 20s}
    deliveryClient: {interval: 60s, timeout: 20s}
  tls:
    enabled: true
    clientAuthRequired: false
    cert: {file: ${peer.place.tls}/server.crt}
    key: {file: ${peer.place.tls}/server.key}
    rootcert: {file: ${peer.place.tls}/ca.crt}
    clientRootCAs: {files: [${peer.place.tls}/ca.crt]}
    clientKey: {file: null}
    clientCert: {file: null}
  authentication: {timewindow: 15m}
  BCCSP:
    Default: SW
    SW: {Hash: SHA2, Security: 256, FileKeyStore: {KeyStore: null}}
  client: {connTimeout: 3s}
  # Every peer pulls blocks from the ordering service by itself: no leader whose loss would delay the others.
  gossip:
    bootstrap: ${organisation.peers[0].address()}
    endpoint: ${peer.address()}
    externalEndpoint: ${peer.address()}
    useLeaderElection: false
    orgLeader: true
    membershipTrackerInterval: 5s
    maxBlockCountToStore: 10
    maxPropagationBurstLatency: 10ms
    maxPropagationBurstSize: 10
    propagateIterations: 1
    propagatePeerNum: 3
    pullInterval: 4s
    pullPeerNum: 3
    requestStateInfoInterval: 1s
    publishStateInfoInterval: 1s
    publishCertPeriod: 10s
    skipBlockVerification: false
    dialTimeout: 3s
    connTimeout: 2s
    recvBuffSize: 20
    sendBuffSize: 200
    digestWaitTime: 1s
    requestWaitTime: 1500ms
    responseWaitTime: 2s
    aliveTimeInterval: 2s
    aliveExpirationTimeout: 10s
    reconnectInterval: 5s
    maxConnectionAttempts: 120
    msgExpirationFactor: 20
    election: {startupGracePeriod: 15s, membershipSampleInterval: 1s, leaderAliveThreshold: 10s, leaderElectionDuration: 5s}
    pvtData:
      pullRetryThreshold: 60s
      transientstoreMaxBlockRetention: 20000
      pushAckTimeout: 3s
      btlPullMargin: 10
      reconcileBatchSize: 10
      reconcileSleepInterval: 1m
      reconciliationEnabled: true
      skipPullingInvalidTransactionsDuringCommit: false
      # Private details of an organisation reach its other peers before a transaction is endorsed, as far as there are any.
      implicitCollectionDisseminationPolicy: {requiredPeerCount: 0, maxPeerCount: 1}
    state: {enabled: false, checkInterval: 10s, responseTimeout: 3s, batchSize: 10, blockBufferSize: 20, maxRetries: 3}
  deliveryclient:
    blockGossipEnabled: false
    policy: cluster
    connTimeout: 3s
    reconnectTotalTimeThreshold: 3600s
    reConnectBackoffThreshold: 5s
    minimalReconnectInterval: 100ms
    blockCensorshipTimeoutKey: 30s
  discovery:
    enabled: true
    authCacheEnabled: true
    authCacheMaxSize: 1000
    authCachePurgeRetentionRatio: 0.75
    orgMembersAllowedAccess: false
  handlers:
    authFilters: [{name: DefaultAuth}, {name: ExpirationCheck}, {name: TimeWindowCheck}]
    decorators: [{name: DefaultDecorator}]
    endorsers: {escc: {name: DefaultEndorsement, library: null}}
    validators: {vscc: {name: DefaultValidation, library: null}}
  limits:
    concurrency: {endorserService: 2500, deliverService: 2500, gatewayService: 1000}
# The peer starts no chaincode itself: no container engine is asked for.
vm: {endpoint: ''}
chaincode:
  mode: net
  installTimeout: 300s
  startuptimeout: 60s
  executetimeout: 30s
  keepalive: 0
  externalBuilders:
    - name: ccaas
      path: ${builder}
      propagateEnvironment: [CHAINCODE_AS_A_SERVICE_BUILDER_CONFIG]
  system: {_lifecycle: enable, cscc: enable, lscc: enable, qscc: enable}
  logging: {level: info, shim: warning, format: '%{time:2006-01-02 15:04:05.000 MST} [%{module}] %{message}'}
  runtimeParams: {useWriteBatch: true, maxSizeWriteBatch: 1000, useGetMultipleKeys: true, maxSizeGetMultipleKeys: 1000}
ledger:
  state: {stateDatabase: goleveldb, totalQueryLimit: 100000}
  history: {enableHistoryDatabase: true}
  pvtdataStore:
    collElgProcMaxDbBatchSize: 5000
    collElgProcDbBatchesInterval: 1000
    deprioritizedDataReconcilerInterval: 60m
    purgeInterval: 100
    purgedKeyAuditLogging: true
  snapshots: {rootDir: ${peer.place.data}/snapshots}
operations: {listenAddress: '${peer.place.listen}:${peer.place.operations}', tls: {enabled: false}}
metrics: {provider: prometheus}
