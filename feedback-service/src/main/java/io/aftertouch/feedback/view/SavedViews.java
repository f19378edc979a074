package io.aftertouch.feedback.view;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.feedback.response.Text;
import io.aftertouch.platform.id.Ids;
import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;
import org.jboss.logging.Logger;

/** Saves lists of the inbox by name. One sees one's own and those that are shared, and drops one's own. */
@ApplicationScoped
public class SavedViews {

    private static final Logger LOG = Logger.getLogger(SavedViews.class);
    private static final int MOST = 50;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_QUERY = 1_000;
    private static final Set<String> FILTERS = Set.of("q", "state", "tp", "team", "who", "due");

    private final SavedViewRepository views;
    private final Ids ids;
    private final Clock clock;

    SavedViews(SavedViewRepository views, Ids ids, Clock clock) {
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    public List<SavedView> seenBy(String who) {
        return views.seenBy(who);
    }

    /**
     * @param query the filters as they stand in the address
     * @throws InvalidView when it cannot be kept
     */
    @Transactional
    public SavedView save(String who, String name, String query, boolean shared) {
        String plain = name == null ? "" : name.strip();
        if (plain.isEmpty() || !Text.Check.isStorable(plain) || Text.Check.length(plain) > LONGEST_NAME) {
            throw new InvalidView("name", "must have 1 to " + LONGEST_NAME + " characters");
        }
        if (query == null || !isFilters(query)) {
            throw new InvalidView("query", "must be filters of the inbox, such as state=NEW&tp=order.delivered");
        }
        if (views.ownedBy(who) >= MOST) {
            throw new InvalidView("name", "must wait until you drop another view; you have " + MOST);
        }
        SavedView view = new SavedView(ids.next(), who, shared, plain, query, clock.instant());
        views.persist(view);
        LOG.infof("View %s saved", view.id());
        return view;
    }

    /** @throws UnknownView when there is none, or it is somebody else's */
    @Transactional
    public void drop(UUID id, String who) {
        SavedView view = views.findByIdOptional(id)
                .filter(one -> one.owner().equals(who))
                .orElseThrow(() -> new UnknownView(id));
        views.delete(view);
        LOG.infof("View %s dropped", id);
    }

    private static boolean isFilters(String query) {
        return query.length() <= LONGEST_QUERY
                && query.matches("[A-Za-z0-9._~*+%=&-]*")
                && (query.isEmpty()
                        || Arrays.stream(query.split("&", -1))
                                .allMatch(part -> part.contains("=") && FILTERS.contains(part.split("=", 2)[0])));
    }

    /** The view cannot be kept like this. */
    static final class InvalidView extends ProblemException {

        InvalidView(String field, String message) {
            super("invalid-request", "The view cannot be saved.", new FieldError(field, message));
        }
    }

    /** There is no view with this id that the caller may drop. */
    static final class UnknownView extends ProblemException {

        UnknownView(UUID id) {
            super("not-found", "You have no view " + id + ".");
        }
    }
}
