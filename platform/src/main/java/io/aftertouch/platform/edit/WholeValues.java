package io.aftertouch.platform.edit;

import java.lang.annotation.ElementType;

import jakarta.inject.Singleton;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;

import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;

/**
 * Says that what is validated is there as a whole. With JPA on the class path the validator would ask before each property, of each event of a
 * batch too, whether loading it would go to the database; what we validate came by JSON or by a form and loads nothing.
 */
@Singleton
class WholeValues implements ValidatorFactoryCustomizer, TraversableResolver {

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> validation) {
        validation.traversableResolver(this);
        validation.enableTraversableResolverResultCache(false);
    }

    @Override
    public boolean isReachable(
            Object of, Path.Node property, Class<?> root, Path pathToProperty, ElementType elementType) {
        return true;
    }

    @Override
    public boolean isCascadable(
            Object of, Path.Node property, Class<?> root, Path pathToProperty, ElementType elementType) {
        return true;
    }
}
