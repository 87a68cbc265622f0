# One of the organisation's peers at a time may be taken away for maintenance; whoever drains the node of a single one is
# stopped, and first tells the organisation. Rendered from network.yaml: change that, not this.
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: peers}
spec:
  maxUnavailable: <#if organisation.peers?size == 1>0<#else>1</#if>
  selector:
    matchLabels: {app.kubernetes.io/component: peer}
