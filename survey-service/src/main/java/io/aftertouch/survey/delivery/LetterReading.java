package io.aftertouch.survey.delivery;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.survey.invitation.Invitation;
import io.aftertouch.survey.invitation.InvitationReading;
import io.aftertouch.survey.judging.Channel;
import io.aftertouch.survey.mail.Letters;
import io.aftertouch.survey.mail.WrittenLetter;

/** Shows the e-mail of an invitation as it was or would be written, with nothing sent or changed. */
@ApplicationScoped
class LetterReading {

    private final InvitationReading reading;
    private final Dispatches dispatches;
    private final LastCheck check;
    private final Letters letters;

    LetterReading(InvitationReading reading, Dispatches dispatches, LastCheck check, Letters letters) {
        this.reading = reading;
        this.dispatches = dispatches;
        this.check = check;
        this.letters = letters;
    }

    /** Empty when the invitation does not go by e-mail, or the respondent is not known any more. */
    @Transactional
    Optional<WrittenLetter> of(UUID id) {
        return Optional.of(reading.one(id))
                .filter(invitation -> invitation.channel() == Channel.EMAIL)
                .filter(dispatches::isAddressed)
                .map(this::write);
    }

    private WrittenLetter write(Invitation invitation) {
        return letters.write(dispatches.letter(invitation, false, check.isNeutral(invitation)));
    }
}
