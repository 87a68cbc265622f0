# Who may talk to whom. Rendered from network.yaml: change that, not this.
# The network's namespaces are those with the label voltrail/network; where organisations are in clusters of their own, put
# their addresses in place of the namespaceSelector.
<#macro network>{namespaceSelector: {matchLabels: {voltrail/network: ${topology.name}}}}</#macro>
<#macro monitoring>{namespaceSelector: {matchLabels: {voltrail/monitoring: 'true'}}}</#macro>
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: nothing-by-default}
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: names}
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}}]
      ports: [{protocol: UDP, port: 53}, {protocol: TCP, port: 53}]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: metrics}
spec:
  podSelector: {matchExpressions: [{key: app.kubernetes.io/component, operator: In, values: [peer, orderer, ca]}]}
  policyTypes: [Ingress]
  ingress:
    - from: [<@monitoring/>]
      ports: [{protocol: TCP, port: ${organisation.authority.place.operations}}]
---
# Enrolment is the organisation's own business.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ca}
spec:
  podSelector: {matchLabels: {app.kubernetes.io/component: ca}}
  policyTypes: [Ingress]
  ingress:
    - from: [{podSelector: {}}, {namespaceSelector: {matchLabels: {voltrail/organisation: ${organisation.id}}}}]
      ports: [{protocol: TCP, port: ${organisation.authority.port}}]
<#if organisation.peers?has_content>
<#assign first = organisation.peers[0]>
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: peers}
spec:
  podSelector: {matchLabels: {app.kubernetes.io/component: peer}}
  policyTypes: [Ingress, Egress]
  ingress:
    - from: [{podSelector: {}}, <@network/>]
      ports: [{protocol: TCP, port: ${first.port}}]
  egress:
    - to: [<@network/>]
      ports: [{protocol: TCP, port: ${first.port}}, {protocol: TCP, port: ${orderer.orderers[0].port}}]
    - to: [{podSelector: {matchLabels: {app.kubernetes.io/component: chaincode}}}]
      ports: [{protocol: TCP, port: ${first.odd.port}}]
---
# The chaincode answers its organisation's peers and calls nobody.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: chaincode}
spec:
  podSelector: {matchLabels: {app.kubernetes.io/component: chaincode}}
  policyTypes: [Ingress]
  ingress:
    - from: [{podSelector: {matchLabels: {app.kubernetes.io/component: peer}}}]
      ports: [{protocol: TCP, port: ${first.odd.port}}]
</#if>
<#if organisation.orderers?has_content>
<#assign first = organisation.orderers[0]>
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: orderers}
spec:
  podSelector: {matchLabels: {app.kubernetes.io/component: orderer}}
  policyTypes: [Ingress, Egress]
  ingress:
    - from: [{podSelector: {}}, <@network/>]
      ports: [{protocol: TCP, port: ${first.port}}]
    - from: [{podSelector: {matchLabels: {voltrail/administrator: 'true'}}}]
      ports: [{protocol: TCP, port: ${first.admin}}]
  egress:
    - to: [{podSelector: {matchLabels: {app.kubernetes.io/component: orderer}}}]
      ports: [{protocol: TCP, port: ${first.port}}]
</#if>
