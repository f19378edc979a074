package io.aftertouch.feedback.response;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

import io.aftertouch.platform.paging.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;

/** The answers, for whoever reads them. They are written by the {@link AnswerTransaction}. */
@ApplicationScoped
public class ResponseRepository implements PanacheRepositoryBase<SurveyResponse, UUID> {

    /** The answer that an invitation got, if it got one. */
    public Optional<SurveyResponse> toInvitation(UUID invitation) {
        return find("answerKey", (Object) Answer.keyOf(invitation)).firstResultOptional();
    }

    /** The answer that was sent with a form behind a public link, if it was sent. */
    public Optional<SurveyResponse> throughLink(String submission) {
        return find("answerKey", (Object) Answer.keyOf(submission)).firstResultOptional();
    }

    /** What a respondent answered before a given answer, latest first. */
    public List<SurveyResponse> earlierOf(SurveyResponse response, int limit) {
        if (response.respondentRef() == null) {
            return List.of();
        }
        return find(
                        "respondentRef = ?1 and answeredAt <= ?2 and id <> ?3 order by answeredAt desc",
                        response.respondentRef(),
                        response.answeredAt(),
                        response.id())
                .page(0, limit)
                .list();
    }

    /**
     * Answers, latest first.
     *
     * @param after where the page before ended, or null
     * @param limit how many at most; read one more to know whether there are more
     */
    public List<SurveyResponse> latest(ResponseFilter filter, Cursor after, int limit) {
        List<String> rules = new ArrayList<>();
        Parameters values = new Parameters();
        add(filter.touchpoint(), "touchpoint = :touchpoint", "touchpoint", rules, values);
        add(filter.survey(), "survey = :survey", "survey", rules, values);
        add(filter.band(), "band = :band", "band", rules, values);
        add(filter.from(), "answeredAt >= :from", "from", rules, values);
        add(filter.to(), "answeredAt < :to", "to", rules, values);
        if (after != null) {
            rules.add("(answeredAt < :answeredAt or answeredAt = :answeredAt and id < :id)");
            values.and("answeredAt", after.instant(0)).and("id", after.uuid(1));
        }
        String where = rules.isEmpty() ? "" : String.join(" and ", rules) + " ";
        return find(where + "order by answeredAt desc, id desc", values)
                .page(0, limit)
                .list();
    }

    /** Where the page ends that ends with this answer. */
    public static String cursorAfter(SurveyResponse response) {
        return Cursor.encode(response.answeredAt(), response.id());
    }

    @ActivateRequestContext
    Map<UUID, SurveyResponse> byId(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return find("id in ?1", ids).stream().collect(Collectors.toMap(SurveyResponse::id, Function.identity()));
    }

    private static void add(Object value, String rule, String name, List<String> rules, Parameters values) {
        if (value != null) {
            rules.add(rule);
            values.and(name, value);
        }
    }
}
