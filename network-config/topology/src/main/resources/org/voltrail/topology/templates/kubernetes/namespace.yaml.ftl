# ${organisation.name}. Rendered from network.yaml: change that, not this.
apiVersion: v1
kind: Namespace
metadata:
  name: ${namespace}
  labels:
    app.kubernetes.io/part-of: ${topology.name}
    voltrail/organisation: ${organisation.id}
    voltrail/network: ${topology.name}
    pod-security.kubernetes.io/enforce: restricted
    pod-security.kubernetes.io/warn: restricted
