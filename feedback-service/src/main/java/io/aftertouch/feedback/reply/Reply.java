package io.aftertouch.feedback.reply;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.aftertouch.feedback.settings.ReplyText;

/**
 * What a colleague wrote to a customer about an answer. It is WAITING until the service that knows the address has sent it (SENT) or says that it
 * will not reach the customer (FAILED), which can also turn out later. Its words are those of the template with the colleague's changes; the
 * greeting by name is added where the name is known.
 */
@Entity
@Table(name = "case_reply")
public class Reply {

    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    private String author;
    private String language;
    private String subject;

    @Column(columnDefinition = "text")
    private String text;

    @Enumerated(EnumType.STRING)
    private ReplyState state;

    @Enumerated(EnumType.STRING)
    private ReplyFailure reason;

    private String diagnostic;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "settled_at")
    private Instant settledAt;

    protected Reply() {}

    Reply(UUID id, UUID caseId, String author, String language, ReplyText words, Instant now) {
        this.id = id;
        this.caseId = caseId;
        this.author = author;
        this.language = language;
        subject = words.subject();
        text = words.text();
        state = ReplyState.WAITING;
        writtenAt = now;
    }

    void sent(Instant at) {
        state = ReplyState.SENT;
        reason = null;
        diagnostic = null;
        sentAt = at;
        settledAt = at;
    }

    /** @param said what the mail server said; may be null */
    void fail(ReplyFailure why, String said, Instant at) {
        state = ReplyState.FAILED;
        reason = why;
        diagnostic = said;
        settledAt = at;
    }

    public UUID id() {
        return id;
    }

    public UUID caseId() {
        return caseId;
    }

    public String author() {
        return author;
    }

    public String language() {
        return language;
    }

    public String subject() {
        return subject;
    }

    /** The colleague's words, to be shown as text. */
    public String text() {
        return text;
    }

    public ReplyState state() {
        return state;
    }

    /** Why it does not reach the customer; null unless it is FAILED. */
    public ReplyFailure reason() {
        return reason;
    }

    /** What the mail server said; null when it said nothing. */
    public String diagnostic() {
        return diagnostic;
    }

    public Instant writtenAt() {
        return writtenAt;
    }

    /** When the mail server took it; stays when it comes back. Null while it has not. */
    public Instant sentAt() {
        return sentAt;
    }

    /** When it was sent, or known to have failed; null while it waits. */
    public Instant settledAt() {
        return settledAt;
    }

    /** Whether it is not known yet what becomes of it. */
    public boolean isWaiting() {
        return state == ReplyState.WAITING;
    }

    public boolean isFailed() {
        return state == ReplyState.FAILED;
    }

    /** Whether it can be sent once more: it failed, and its words are still there. */
    public boolean mayTryAgain() {
        return isFailed() && !text.isEmpty();
    }

    ReplyDraft draft() {
        return new ReplyDraft(language, subject, text);
    }
}
