package io.aftertouch.platform.retry;

import java.util.concurrent.ThreadLocalRandom;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;

import io.quarkus.narayana.jta.QuarkusTransaction;

@Interceptor
@RetryOnConflict
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class RetryOnConflictInterceptor {

    private static final int TRIES = 5;

    @AroundInvoke
    Object retry(InvocationContext call) throws Exception {
        if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            return call.proceed();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return call.proceed();
            } catch (Exception e) {
                if (attempt == TRIES || !SqlFailures.isConflict(e)) {
                    throw e;
                }
                Thread.sleep(ThreadLocalRandom.current().nextLong(5, 20L << attempt));
            }
        }
    }
}
