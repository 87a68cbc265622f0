# What to scrape. Rendered from network.yaml: change that, not this.
global: {scrape_interval: 15s, evaluation_interval: 15s}
rule_files: [alerts.yaml]
scrape_configs:
<#list ["peer", "orderer", "ca"] as kind>
  - job_name: ${kind}
    static_configs:
<#list everyOrganisation as organisation>
<#list places[organisation.id][kind] as place>
      - targets: ['<#if place.listen == "127.0.0.1">127.0.0.1<#else>${place.host}</#if>:${place.operations}']
        labels: {node: ${place.id}, organisation: ${organisation.name}}
</#list>
</#list>
</#list>
