# A majority of the ordering nodes always runs. Rendered from network.yaml: change that, not this.
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: orderers}
spec:
  maxUnavailable: ${((organisation.orderers?size - 1) / 2)?floor}
  selector:
    matchLabels: {app.kubernetes.io/component: orderer}
