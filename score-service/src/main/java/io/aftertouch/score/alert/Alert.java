package io.aftertouch.score.alert;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.aftertouch.score.cusum.Cell;
import io.aftertouch.score.cusum.Gauge;
import io.aftertouch.score.metric.Metric;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.segment.Segment;
import io.aftertouch.score.watch.Share;

/**
 * A lasting problem at a touchpoint, told once.
 *
 * <p>It opens with the alarm of a cell, is told of another cell when that one explains it better, and has recovered when none of its cells is
 * alarmed any more. When its cell is alarmed again soon after, it comes back as the same alert. People acknowledge it, and mute it for a time;
 * neither changes what is watched. Every step returns the line that it adds to the history.
 */
@Entity
@Table(name = "alert")
public class Alert {

    @Id
    private UUID id;

    @Version
    private int version;

    private String touchpoint;

    @Column(name = "touchpoint_id")
    private int touchpointId;

    private String scale;
    private String segment;

    @Column(name = "cell_id")
    private int cellId;

    @Column(name = "cause_id")
    private Integer causeId;

    @Enumerated(EnumType.STRING)
    private AlertState state;

    private Instant since;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "recovered_at")
    private Instant recoveredAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "before_n")
    private long beforeN;

    @Column(name = "before_negative")
    private long beforeNegative;

    @Column(name = "after_n")
    private long afterN;

    @Column(name = "after_negative")
    private long afterNegative;

    private double expected;
    private double alarming;

    @Column(name = "limit_answers")
    private double limitInAnswers;

    private double quiet;
    private double delay;

    @Column(name = "acknowledged_by")
    private String acknowledgedBy;

    @Column(name = "acknowledged_at")
    private Instant acknowledgedAt;

    @Column(name = "muted_by")
    private String mutedBy;

    @Column(name = "muted_until")
    private Instant mutedUntil;

    protected Alert() {}

    /**
     * What an alert is told of at a moment.
     *
     * @param cellId the number of the cell
     * @param since the first answer after which the evidence never was at nothing again
     */
    record Told(int cellId, Cell cell, Instant since, Share before, Share after, Gauge gauge) {}

    private Alert(UUID id, String touchpoint, Told told, Instant now) {
        this.id = id;
        this.touchpoint = touchpoint;
        touchpointId = told.cell().touchpoint();
        scale = told.cell().scale();
        openedAt = now;
        begin(told, now);
    }

    static Alert open(UUID id, String touchpoint, Told told, Instant now) {
        return new Alert(id, touchpoint, told, now);
    }

    private void begin(Told told, Instant now) {
        state = AlertState.OPEN;
        recoveredAt = null;
        causeId = told.cellId();
        tell(told);
        changedAt = now;
    }

    private void tell(Told told) {
        cellId = told.cellId();
        segment = told.cell().segment().map(Segment::toString).orElse(null);
        since = told.since();
        beforeN = told.before().n();
        beforeNegative = told.before().negative();
        after(told.after());
        expected = told.gauge().expected();
        alarming = told.gauge().alarming();
        limitInAnswers = told.gauge().limitInAnswers();
        quiet = told.gauge().quiet();
        delay = told.gauge().delay();
    }

    private void after(Share after) {
        afterN = after.n();
        afterNegative = after.negative();
    }

    AlertStep opened() {
        return step(Step.OPENED, null, figures());
    }

    /** The same problem again, soon after. Whoever knew of it the first time may not know of it now. */
    AlertStep reopen(Told told, Instant now) {
        begin(told, now);
        acknowledgedBy = null;
        acknowledgedAt = null;
        return step(Step.REOPENED, null, figures());
    }

    /** It is another cell that explains it. */
    AlertStep moveTo(Told told, Instant now) {
        causeId = told.cellId();
        return remainAt(told, now);
    }

    /** What explains it is as it should be again, another cell that it alarmed is not yet. */
    AlertStep remainAt(Told told, Instant now) {
        tell(told);
        changedAt = now;
        return step(Step.MOVED, null, figures());
    }

    AlertStep grow(Share after, Instant now) {
        after(after);
        changedAt = now;
        return step(Step.GREW, null, figures());
    }

    /** @param how whether it is well again, or nothing is heard of it any more */
    AlertStep recover(Step how, Share after, Instant now) {
        after(after);
        state = AlertState.RECOVERED;
        recoveredAt = now;
        changedAt = now;
        return step(how, null, figures());
    }

    /** Somebody has seen it. The first one stands; others add what they say. */
    AlertStep acknowledge(String who, String note, Instant now) {
        requireOpen("be acknowledged");
        if (acknowledgedBy == null) {
            acknowledgedBy = who;
            acknowledgedAt = now;
        }
        changedAt = now;
        return step(Step.ACKNOWLEDGED, who, note);
    }

    AlertStep mute(String who, Instant until, Instant now) {
        requireOpen("be muted");
        mutedBy = who;
        mutedUntil = until;
        changedAt = now;
        return step(Step.MUTED, who, until.toString());
    }

    AlertStep unmute(String who, Instant now) {
        if (!isMutedAt(now)) {
            throw new IllegalAlertStep("be unmuted", "not muted");
        }
        mutedBy = null;
        mutedUntil = null;
        changedAt = now;
        return step(Step.UNMUTED, who, null);
    }

    private void requireOpen(String what) {
        if (!isOpen()) {
            throw new IllegalAlertStep(what, "recovered");
        }
    }

    private AlertStep step(Step step, String who, String text) {
        return new AlertStep(id, step, who, text, changedAt);
    }

    private String figures() {
        return "%s: %d of %d negative".formatted(segment == null ? "all respondents" : segment, afterNegative, afterN);
    }

    boolean isOpen() {
        return state == AlertState.OPEN;
    }

    boolean isMutedAt(Instant now) {
        return mutedUntil != null && mutedUntil.isAfter(now);
    }

    public UUID id() {
        return id;
    }

    public int version() {
        return version;
    }

    public String touchpoint() {
        return touchpoint;
    }

    /** The key of the scale on which the answers were given. */
    public String scale() {
        return scale;
    }

    public Metric metric() {
        return Scale.standard(scale).orElseThrow().metric();
    }

    /** Empty when all respondents are concerned. */
    public Optional<Segment> segment() {
        return Optional.ofNullable(segment).map(Segment::parse);
    }

    int cellId() {
        return cellId;
    }

    /** The cell that was found to explain it, whatever it is told of while it ends. */
    int causeId() {
        return causeId == null ? cellId : causeId;
    }

    Cell cell() {
        return new Cell(touchpointId, scale, segment());
    }

    public AlertState state() {
        return state;
    }

    /** The first answer of the problem, as far as can be told. */
    public Instant since() {
        return since;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** Null while the problem lasts. */
    public Instant recoveredAt() {
        return recoveredAt;
    }

    public Instant changedAt() {
        return changedAt;
    }

    /** The past that it is held against. */
    public Share before() {
        return new Share(beforeNegative, beforeN);
    }

    /** The answers since, as they were when it was last told. */
    public Share after() {
        return new Share(afterNegative, afterN);
    }

    public double expected() {
        return expected;
    }

    public double alarming() {
        return alarming;
    }

    /** How many negative answers beyond what is let pass raised the alarm. */
    public double limitInAnswers() {
        return limitInAnswers;
    }

    /** After how many answers on average chance alone raises such an alarm. */
    public double quiet() {
        return quiet;
    }

    /** After how many answers on average a doubled share raises it. */
    public double delay() {
        return delay;
    }

    /** Null while nobody has. */
    public String acknowledgedBy() {
        return acknowledgedBy;
    }

    public Instant acknowledgedAt() {
        return acknowledgedAt;
    }

    public String mutedBy() {
        return mutedBy;
    }

    /** May lie in the past; null when it never was. */
    public Instant mutedUntil() {
        return mutedUntil;
    }
}
