package org.voltrail.network.ca.rest;

import org.voltrail.network.ca.CaException;

/** Answers the requests to one path. */
@FunctionalInterface
interface CaEndpoint {
    /** The answer's result, to be written as JSON. */
    CaAnswer handle(CaRequest request) throws CaException;

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param result what is written as {@code result}
     */
    record CaAnswer(int status, Object result) {
        static CaAnswer ok(Object result) {
            return new CaAnswer(200, result);
        }

        static CaAnswer created(Object result) {
            return new CaAnswer(201, result);
        }
    }
}
