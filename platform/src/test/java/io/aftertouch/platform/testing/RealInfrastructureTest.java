package io.aftertouch.platform.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quarkus.test.common.WithTestResource;

/**
 * Put beside {@code @QuarkusTest}: the service runs on a real database of its own and on a real broker. Both are started once per build and shared by
 * all modules; see {@link RealInfrastructure}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@WithTestResource(RealInfrastructure.class)
public @interface RealInfrastructureTest {}
