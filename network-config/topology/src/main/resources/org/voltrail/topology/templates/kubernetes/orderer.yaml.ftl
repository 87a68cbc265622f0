<#import "macros.ftl" as k>
# Ordering node ${node.name}. Rendered from network.yaml: change that, not this.
apiVersion: v1
kind: Service
metadata:
  name: ${node.name}
  labels:
<@k.labels "orderer" node.name/>
spec:
  selector:
<@k.selector "orderer" node.name/>
  # The other ordering nodes must find a node that is starting up.
  publishNotReadyAddresses: true
  ports:
    - {name: grpc, port: ${node.port}, targetPort: grpc}
    - {name: admin, port: ${node.admin}, targetPort: admin}
    - {name: operations, port: ${node.place.operations}, targetPort: operations}
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: ${node.name}
  labels:
<@k.labels "orderer" node.name/>
spec:
  serviceName: ${node.name}
  replicas: 1
  selector:
    matchLabels:
  <@k.selector "orderer" node.name/>
  template:
    metadata:
      labels:
<@k.podLabels "orderer" node.name/>
    spec:
<@k.podSecurity/>
      terminationGracePeriodSeconds: 60
      affinity:
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            - topologyKey: kubernetes.io/hostname
              labelSelector: {matchLabels: {app.kubernetes.io/component: orderer}}
      containers:
        - name: orderer
          image: ${images.orderer}
          args: [orderer, start]
          env:
            - {name: FABRIC_CFG_PATH, value: ${node.place.config}}
            - {name: FABRIC_LOGGING_SPEC, value: info}
          ports:
            - {name: grpc, containerPort: ${node.port}}
            - {name: admin, containerPort: ${node.admin}}
            - {name: operations, containerPort: ${node.place.operations}}
<@k.probes "operations"/>
<@k.amounts "orderer"/>
<@k.containerSecurity/>
          volumeMounts:
            - {name: data, mountPath: ${node.place.data}}
            - {name: config, mountPath: ${node.place.config}, readOnly: true}
            - {name: identity, mountPath: /var/hyperledger/identity, readOnly: true}
            - {name: tmp, mountPath: /tmp}
      volumes:
        - {name: config, configMap: {name: ${node.name}-config}}
        - {name: tmp, emptyDir: {sizeLimit: 256Mi}}
<@k.identity node.name/>
<@k.claim "orderer"/>
