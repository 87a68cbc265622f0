# The chaincode service. From the project's root, after mvn package:
#   docker build -f network-config/containers/chaincode.Dockerfile -t voltrail/chaincode:1.0 .
FROM eclipse-temurin:17-jre
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin voltrail
COPY chaincode/contract/target/lib /opt/voltrail/lib
COPY chaincode/contract/target/voltrail-contract-*.jar /opt/voltrail/
USER 10001
EXPOSE 7059
# Endpoints come from the environment: VOLTRAIL_CHAINCODE=<package id>=0.0.0.0:7059
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-cp", "/opt/voltrail/*:/opt/voltrail/lib/*", "org.voltrail.contract.service.Main"]
