package io.aftertouch.platform.retry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.interceptor.InterceptorBinding;

/**
 * Runs the whole transaction again when it lost against another one (1020, 1205, 1213): up to five tries with jitter. Stands beside
 * {@code @Transactional} on a use case; inside a transaction that is already open it does nothing, since only the outermost can be rerun.
 */
@Inherited
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RetryOnConflict {}
