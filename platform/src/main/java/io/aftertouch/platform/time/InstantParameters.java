package io.aftertouch.platform.time;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

/** Reads instants from paths and queries by the same rule as from bodies. */
@Provider
public class InstantParameters implements ParamConverterProvider {

    private static final ParamConverter<Instant> CONVERTER = new ParamConverter<>() {
        @Override
        public Instant fromString(String value) {
            return value == null || value.isEmpty() ? null : Instants.parse(value);
        }

        @Override
        public String toString(Instant value) {
            return value.toString();
        }
    };

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> rawType, Type genericType, Annotation[] annotations) {
        return rawType == Instant.class ? (ParamConverter<T>) CONVERTER : null;
    }
}
