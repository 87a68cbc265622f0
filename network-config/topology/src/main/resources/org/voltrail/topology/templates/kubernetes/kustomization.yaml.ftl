# kubectl apply -k this folder. Rendered from network.yaml: change that, not this.
# The secrets come from outside, see ../secrets.sh; a change of configuration restarts what it concerns, since its name changes.
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: ${namespace}
resources:
<#list resources as resource>
  - ${resource}
</#list>
configMapGenerator:
  - name: ca-config
    files:
      - fabric-ca-server-config.yaml=config/ca/fabric-ca-server-config.yaml
      - tls-fabric-ca-server-config.yaml=config/ca/tls/fabric-ca-server-config.yaml
<#list nodes as node>
  - name: ${node.name}-config
    files: [${node.file}=config/${node.name}/${node.file}]
</#list>
