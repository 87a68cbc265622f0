<#import "macros.ftl" as k>
# Chaincode service of ${peer.name} of ${organisation.name}: two that take turns. Of the first version the odd one runs; an
# upgrade sets version and package id of the other, scales it to 1, and the old one to 0 when the new definition is committed.
# Rendered from network.yaml: change that, not this. The package ids are in the config map chaincode-packages.
<#list ["odd", "even"] as turn>
<#assign name = "chaincode-" + turn + "-" + peer.name>
<#if turn == "even">
---
</#if>
apiVersion: v1
kind: Service
metadata:
  name: ${name}
  labels:
<@k.labels "chaincode" name/>
spec:
  selector:
<@k.selector "chaincode" name/>
  ports:
    - {name: grpc, port: ${peer[turn].port}, targetPort: grpc}
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  labels:
<@k.labels "chaincode" name/>
spec:
  # One server for one peer: the peer holds one stream to it.
  replicas: <#if turn == "odd">1<#else>0</#if>
  strategy: {type: Recreate}
  selector:
    matchLabels:
  <@k.selector "chaincode" name/>
  template:
    metadata:
      labels:
<@k.podLabels "chaincode" name/>
    spec:
<@k.podSecurity/>
      containers:
        - name: chaincode
          image: ${images.chaincode}:${topology.chaincode.version}
          env:
            - name: PACKAGE_ID
              valueFrom: {configMapKeyRef: {name: chaincode-packages, key: ${turn}}}
            - {name: VOLTRAIL_CHAINCODE, value: $(PACKAGE_ID)=0.0.0.0:${peer[turn].port}}
          ports:
            - {name: grpc, containerPort: ${peer[turn].port}}
          startupProbe: {tcpSocket: {port: grpc}, periodSeconds: 2, failureThreshold: 60}
          readinessProbe: {tcpSocket: {port: grpc}, periodSeconds: 5}
          livenessProbe: {tcpSocket: {port: grpc}, periodSeconds: 20, failureThreshold: 6}
<@k.amounts "chaincode"/>
<@k.containerSecurity/>
          volumeMounts:
            - {name: tmp, mountPath: /tmp}
      volumes:
        - {name: tmp, emptyDir: {sizeLimit: 256Mi}}
</#list>
