package org.voltrail.network.ca;

/**
 * What is to be revoked: an identity with all its certificates, or one certificate.
 *
 * @param id the identity's enrolment id; may be empty where a certificate is named
 * @param serial the certificate's serial number in hexadecimal digits, or empty
 * @param aki the certificate's authority key identifier in hexadecimal digits, or empty
 * @param reason Fabric CA's name of the reason, such as {@code keycompromise}; empty for none
 */
public record RevocationRequest(String id, String serial, String aki, String reason) {
    public RevocationRequest {
        serial = IssuedCertificate.normalise(serial);
        aki = IssuedCertificate.normalise(aki);
    }

    boolean namesCertificate() {
        return !serial.isEmpty() && !aki.isEmpty();
    }
}
