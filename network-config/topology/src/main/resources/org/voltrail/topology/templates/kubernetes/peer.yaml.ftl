<#import "macros.ftl" as k>
# ${peer.name} of ${organisation.name}. Rendered from network.yaml: change that, not this.
apiVersion: v1
kind: Service
metadata:
  name: ${peer.name}
  labels:
<@k.labels "peer" peer.name/>
spec:
  selector:
<@k.selector "peer" peer.name/>
  ports:
    - {name: grpc, port: ${peer.port}, targetPort: grpc}
    - {name: operations, port: ${peer.place.operations}, targetPort: operations}
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: ${peer.name}
  labels:
<@k.labels "peer" peer.name/>
spec:
  serviceName: ${peer.name}
  replicas: 1
  selector:
    matchLabels:
  <@k.selector "peer" peer.name/>
  template:
    metadata:
      labels:
<@k.podLabels "peer" peer.name/>
    spec:
<@k.podSecurity/>
      terminationGracePeriodSeconds: 60
      affinity:
        podAntiAffinity:
          preferredDuringSchedulingIgnoredDuringExecution:
            - weight: 100
              podAffinityTerm:
                topologyKey: kubernetes.io/hostname
                labelSelector: {matchLabels: {app.kubernetes.io/component: peer}}
      containers:
        - name: peer
          image: ${images.peer}
          args: [peer, node, start]
          env:
            - {name: FABRIC_CFG_PATH, value: ${peer.place.config}}
            - {name: FABRIC_LOGGING_SPEC, value: info}
            - {name: CHAINCODE_AS_A_SERVICE_BUILDER_CONFIG, value: '{"odd":"${peer.odd.address()}","even":"${peer.even.address()}"}'}
          ports:
            - {name: grpc, containerPort: ${peer.port}}
            - {name: operations, containerPort: ${peer.place.operations}}
<@k.probes "operations"/>
<@k.amounts "peer"/>
<@k.containerSecurity/>
          volumeMounts:
            - {name: data, mountPath: ${peer.place.data}}
            - {name: config, mountPath: ${peer.place.config}, readOnly: true}
            - {name: identity, mountPath: /var/hyperledger/identity, readOnly: true}
            - {name: tmp, mountPath: /tmp}
      volumes:
        - {name: config, configMap: {name: ${peer.name}-config}}
        - {name: tmp, emptyDir: {sizeLimit: 1Gi}}
<@k.identity peer.name/>
<@k.claim "peer"/>
