package io.aftertouch.platform.json;

import java.io.IOException;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A resource that takes a record gets one: an empty body and {@code null} are refused before it. */
@Provider
public class BodyRequiredFilter implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        Object read = body.proceed();
        if (read == null && body.getType().isRecord()) {
            throw MismatchedInputException.from(null, body.getType(), "null");
        }
        return read;
    }
}
