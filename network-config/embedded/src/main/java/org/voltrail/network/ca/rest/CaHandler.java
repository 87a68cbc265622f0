package org.voltrail.network.ca.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.voltrail.network.ca.CaErrorCode;
import org.voltrail.network.ca.CaException;
import org.voltrail.network.ca.rest.CaEndpoint.CaAnswer;

/** Takes requests from HTTP and writes answers in Fabric CA's envelope: result, errors, messages and success. */
final class CaHandler implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(CaHandler.class);
    private static final int LONGEST_BODY = 1 << 20;

    private final CaRoutes routes;

    CaHandler(CaRoutes routes) {
        this.routes = routes;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            write(exchange, answer(exchange));
        }
    }

    private Written answer(HttpExchange exchange) {
        try {
            Optional<CaAnswer> answer = routes.answer(request(exchange));
            return answer.map(a -> new Written(a.status(), new Envelope(a.result(), List.of(), List.of(), true)))
                    .orElseGet(() -> refused(404, CaErrorCode.NOT_FOUND, "There is nothing at " + exchange.getRequestURI().getPath()));
        } catch (CaException e) {
            LOG.info("{} {} {} {} \"{}\"", exchange.getRequestMethod(), exchange.getRequestURI(), e.httpStatus(), e.code().number(), e.getMessage());
            return refused(e.httpStatus(), e.toldCode(), e.toldMessage());
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
            return refused(500, CaErrorCode.UNKNOWN, "The authority failed; its log tells why");
        }
    }

    private static CaRequest request(HttpExchange exchange) throws CaException {
        return new CaRequest(exchange.getRequestMethod(), exchange.getRequestURI(), "",
                exchange.getRequestHeaders().getFirst("Authorization"), body(exchange));
    }

    private static byte[] body(HttpExchange exchange) throws CaException {
        try {
            byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
            if (body.length <= LONGEST_BODY) {
                return body;
            }
        } catch (IOException e) {
            throw CaException.of(500, CaErrorCode.READING_BODY, "Failed reading request body: " + e.getMessage());
        }
        throw CaException.of(413, CaErrorCode.READING_BODY, "Failed reading request body: longer than " + LONGEST_BODY + " bytes");
    }

    private static Written refused(int status, CaErrorCode code, String message) {
        return new Written(status, new Envelope("", List.of(new Message(code.number(), message)), List.of(), false));
    }

    private static void write(HttpExchange exchange, Written written) throws IOException {
        byte[] body = CaRequest.JSON.writeValueAsBytes(written.envelope());
        boolean withBody = !exchange.getRequestMethod().equals("HEAD");
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(written.status(), withBody ? body.length : -1);
        if (withBody) {
            exchange.getResponseBody().write(body);
        }
    }

    private record Written(int status, Envelope envelope) {}

    private record Envelope(
            @JsonProperty("result") Object result,
            @JsonProperty("errors") List<Message> errors,
            @JsonProperty("messages") List<Message> messages,
            @JsonProperty("success") boolean success) {}

    private record Message(@JsonProperty("code") int code, @JsonProperty("message") String message) {}
}
