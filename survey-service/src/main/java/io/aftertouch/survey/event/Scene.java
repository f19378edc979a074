package io.aftertouch.survey.event;

import java.time.Instant;
import java.util.List;

import io.aftertouch.survey.invitation.Agenda;
import io.aftertouch.survey.judging.Judge;
import io.aftertouch.survey.judging.Judgement;
import io.aftertouch.survey.judging.Occurrence;
import io.aftertouch.survey.respondent.Respondent;
import io.aftertouch.survey.trigger.RuleBook;

/**
 * All that judging a group of events looks at. It changes while they are judged one after the other, so that several events of one person see each
 * other as if they had come apart. Nothing is read or written by it.
 */
record Scene(Judge judge, RuleBook rules, Agenda agenda, Whereabouts whereabouts, Instant now) {

    /** One judgement for each rule of the touchpoint. */
    List<Judgement> judge(Occurrence occurrence, Respondent person) {
        agenda.cancel(person.ref(), rules.cancelledBy(occurrence.touchpoint()), occurrence.occurredAt());
        List<Judgement> judgements = judge.judge(
                occurrence,
                agenda.addressee(
                        person, occurrence.touchpoint(), whereabouts.since(person.ref(), occurrence.occurredAt())),
                rules.at(occurrence.touchpoint()),
                now);
        whereabouts.add(person.ref(), occurrence.touchpoint(), occurrence.occurredAt());
        return judgements;
    }
}
