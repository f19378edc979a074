package io.aftertouch.platform.idempotency;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;

/**
 * A resource method that honours {@code Idempotency-Key}: the same key with the same body gets the first answer again and has its effect once;
 * the same key with another body is a 422. The key is written in the transaction of the effect, which this opens. Without the header the method
 * runs as it is.
 *
 * <p>The body is what stands in the method's record parameters.
 */
@Inherited
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

    /**
     * False for a request that can be repeated anyway and whose answer must not be stored, since it holds a secret: then only the request is
     * remembered. The same key with the same body runs the method again, which finds what it did; with another body it is a 422.
     */
    @Nonbinding
    boolean keepsAnswer() default true;
}
