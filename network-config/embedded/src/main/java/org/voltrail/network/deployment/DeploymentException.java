package org.voltrail.network.deployment;

/** A chaincode could not be deployed; the message says at which step and why. */
public final class DeploymentException extends RuntimeException {
    public DeploymentException(String message) {
        super(message);
    }

    public DeploymentException(String message, Throwable cause) {
        super(message, cause);
    }
}
