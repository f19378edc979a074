package io.aftertouch.survey.respondent;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

/**
 * Makes sure at the start that the key is still the one that opt-outs and erasures were sealed with, and seals what an earlier version wrote in
 * the clear. With another key everybody who opted out would be asked again: the service then refuses to start.
 */
@ApplicationScoped
class SealedSubjects {

    private static final int SLICE = 500;

    private final OptOutRepository optOuts;
    private final RespondentSeal seal;

    SealedSubjects(OptOutRepository optOuts, RespondentSeal seal) {
        this.optOuts = optOuts;
        this.seal = seal;
    }

    void start(@Observes StartupEvent event) {
        String proof = seal.sealed("proof");
        if (!QuarkusTransaction.requiringNew().call(() -> optOuts.proof(proof)).equals(proof)) {
            throw new IllegalStateException(
                    "aftertouch.respondent-key is not the key that opt-outs and erasures were remembered with. Set that one again.");
        }
        while (QuarkusTransaction.requiringNew().call(this::sealSome) == SLICE) {
            Thread.onSpinWait();
        }
    }

    private int sealSome() {
        List<String> open = optOuts.unsealed(SLICE);
        open.forEach(subject -> optOuts.seal(subject, seal.sealed(subject)));
        return open.size();
    }
}
