package org.voltrail.model.json;

import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonGenerator;

/** Something was to be written that has no canonical form: a fraction, a number beyond 2^53 - 1, members out of order. */
final class NotCanonicalException extends JsonGenerationException {
    private static final long serialVersionUID = 1L;

    NotCanonicalException(String message, JsonGenerator generator) {
        super(message, generator);
    }
}
