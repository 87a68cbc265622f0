<#import "macros.ftl" as k>
<#assign home = "/var/hyperledger/ca">
# Certificate authority of ${organisation.name}. Rendered from network.yaml: change that, not this.
# The secret ca holds its certificates and keys and the registrar's secret.
apiVersion: v1
kind: Service
metadata:
  name: ca
  labels:
<@k.labels "ca" "ca"/>
spec:
  selector:
<@k.selector "ca" "ca"/>
  ports:
    - {name: https, port: ${authority.port}, targetPort: https}
    - {name: operations, port: ${authority.place.operations}, targetPort: operations}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: ca}
spec:
  maxUnavailable: 1
  selector:
    matchLabels: {app.kubernetes.io/component: ca}
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: ca
  labels:
<@k.labels "ca" "ca"/>
spec:
  serviceName: ca
  replicas: 1
  selector:
    matchLabels:
  <@k.selector "ca" "ca"/>
  template:
    metadata:
      labels:
<@k.podLabels "ca" "ca"/>
    spec:
<@k.podSecurity/>
      initContainers:
        # The finished configuration holds the registrar's secret: it lies in memory only.
        - name: configuration
          image: ${images.ca}
          command:
            - bash
            - -ec
            - |
              umask 077
              mkdir -p ${home}/tls /finished/tls
              secret=$(cat /var/hyperledger/keys/registrar)
              sed "s/@REGISTRAR_SECRET@/$secret/" /config/fabric-ca-server-config.yaml > /finished/fabric-ca-server-config.yaml
              sed "s/@REGISTRAR_SECRET@/$secret/" /config/tls-fabric-ca-server-config.yaml > /finished/tls/fabric-ca-server-config.yaml
              ln -sf /finished/fabric-ca-server-config.yaml ${home}/fabric-ca-server-config.yaml
              ln -sf /finished/tls/fabric-ca-server-config.yaml ${home}/tls/fabric-ca-server-config.yaml
<@k.amounts "ca"/>
<@k.containerSecurity/>
          volumeMounts:
            - {name: data, mountPath: ${home}}
            - {name: config, mountPath: /config, readOnly: true}
            - {name: keys, mountPath: /var/hyperledger/keys, readOnly: true}
            - {name: finished, mountPath: /finished}
      containers:
        - name: ca
          image: ${images.ca}
          args: [fabric-ca-server, start]
          env:
            - {name: FABRIC_CA_HOME, value: ${home}}
            - {name: FABRIC_CA_SERVER_HOME, value: ${home}}
          ports:
            - {name: https, containerPort: ${authority.port}}
            - {name: operations, containerPort: ${authority.place.operations}}
<@k.probes "operations"/>
<@k.amounts "ca"/>
<@k.containerSecurity/>
          volumeMounts:
            - {name: data, mountPath: ${home}}
            - {name: keys, mountPath: /var/hyperledger/keys, readOnly: true}
            - {name: finished, mountPath: /finished, readOnly: true}
            - {name: tmp, mountPath: /tmp}
      volumes:
        - {name: config, configMap: {name: ca-config}}
        - {name: keys, secret: {secretName: ca, defaultMode: 288}} # 0440
        - {name: finished, emptyDir: {medium: Memory, sizeLimit: 1Mi}}
        - {name: tmp, emptyDir: {sizeLimit: 64Mi}}
<@k.claim "ca"/>
