<#macro labels component name>
    app.kubernetes.io/part-of: ${topology.name}
    app.kubernetes.io/component: ${component}
    app.kubernetes.io/name: ${name}
</#macro>
<#macro selector component name>
      app.kubernetes.io/component: ${component}
      app.kubernetes.io/name: ${name}
</#macro>
<#macro podLabels component name>
        app.kubernetes.io/part-of: ${topology.name}
        app.kubernetes.io/component: ${component}
        app.kubernetes.io/name: ${name}
</#macro>
<#macro podSecurity>
      automountServiceAccountToken: false
      securityContext: {runAsNonRoot: true, runAsUser: 10001, runAsGroup: 10001, fsGroup: 10001, seccompProfile: {type: RuntimeDefault}}
</#macro>
<#macro containerSecurity>
          securityContext: {allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: {drop: [ALL]}}
</#macro>
<#macro amounts kind>
          resources:
            requests: {cpu: ${resources[kind].cpu}, memory: ${resources[kind].memory}}
            limits: {cpu: '${resources[kind].cpuLimit}', memory: ${resources[kind].memoryLimit}}
</#macro>
<#macro probes port>
          startupProbe: {httpGet: {path: /healthz, port: ${port}}, periodSeconds: 5, failureThreshold: 60}
          readinessProbe: {httpGet: {path: /healthz, port: ${port}}, periodSeconds: 5, failureThreshold: 3}
          livenessProbe: {tcpSocket: {port: ${port}}, periodSeconds: 20, failureThreshold: 6}
</#macro>
<#macro identity name>
        - name: identity
          secret:
            secretName: ${name}-identity
            defaultMode: 288 # 0440
            items:
              - {key: cert.pem, path: msp/signcerts/cert.pem}
              - {key: key.pem, path: msp/keystore/key.pem}
              - {key: ca.pem, path: msp/cacerts/ca.pem}
              - {key: tlsca.pem, path: msp/tlscacerts/tlsca.pem}
              - {key: config.yaml, path: msp/config.yaml}
              - {key: server.crt, path: tls/server.crt}
              - {key: server.key, path: tls/server.key}
              - {key: tlsca.pem, path: tls/ca.crt}
</#macro>
<#macro claim kind>
  volumeClaimTemplates:
    - metadata: {name: data}
      spec:
        accessModes: [ReadWriteOnce]
        resources: {requests: {storage: ${resources[kind].storage}}}
</#macro>
