package io.aftertouch.feedback.settings;

import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.feedback.settings.Remembered.Reading;
import io.aftertouch.platform.edit.EntityTag;
import org.jboss.logging.Logger;

/** How the inbox works, as the company has set it: what was never set holds as it is delivered. A change is seen everywhere within a second. */
@ApplicationScoped
public class Settings {

    private static final Logger LOG = Logger.getLogger(Settings.class);

    private final SettingTable table;
    private final BusinessCalendar delivered;
    private final Remembered<BusinessCalendar> calendar;
    private final Remembered<FlagRules> flags;
    private final Remembered<Teams> teams;
    private final Remembered<ReplyTemplates> replies;
    private final Remembered<Resurvey> resurvey;

    Settings(SettingTable table, SettingsConfig config, ZoneId zone, Clock clock) {
        this.table = table;
        delivered = BusinessCalendar.roundTheClock(zone, config.dueWithin());
        calendar = new Remembered<>(() -> readCalendar().value(), clock);
        flags = new Remembered<>(() -> readFlags().value(), clock);
        teams = new Remembered<>(() -> readTeams().value(), clock);
        replies = new Remembered<>(() -> readReplies().value(), clock);
        resurvey = new Remembered<>(() -> readResurvey().value(), clock);
    }

    /** By which due times are counted. */
    public BusinessCalendar calendar() {
        return read(calendar::get);
    }

    /** Which answers the team has to look at. */
    public FlagRules flags() {
        return read(flags::get);
    }

    /** Who gets which cases. */
    public Teams teams() {
        return read(teams::get);
    }

    /** What replies to customers start from. */
    public ReplyTemplates replies() {
        return read(replies::get);
    }

    /** Whether, where and when customers are asked again after their case was resolved. */
    public Resurvey resurvey() {
        return read(resurvey::get);
    }

    Versioned<BusinessCalendar> currentCalendar() {
        return read(this::readCalendar);
    }

    Versioned<FlagRules> currentFlags() {
        return read(this::readFlags);
    }

    Versioned<Teams> currentTeams() {
        return read(this::readTeams);
    }

    Versioned<ReplyTemplates> currentReplies() {
        return read(this::readReplies);
    }

    Versioned<Resurvey> currentResurvey() {
        return read(this::readResurvey);
    }

    Versioned<BusinessCalendar> change(BusinessCalendar wanted, String ifMatch, String who) {
        int version = currentCalendar().version();
        return new Versioned<>(change(SettingName.CALENDAR, version, wanted, ifMatch, who), wanted);
    }

    Versioned<FlagRules> change(FlagRules wanted, String ifMatch, String who) {
        int version = currentFlags().version();
        return new Versioned<>(change(SettingName.FLAGS, version, ChangeFlags.of(wanted), ifMatch, who), wanted);
    }

    Versioned<Teams> change(Teams wanted, String ifMatch, String who) {
        int version = currentTeams().version();
        return new Versioned<>(change(SettingName.TEAMS, version, wanted, ifMatch, who), wanted);
    }

    Versioned<ReplyTemplates> change(ReplyTemplates wanted, String ifMatch, String who) {
        int version = currentReplies().version();
        int next = change(SettingName.REPLIES, version, wanted, ifMatch, who);
        replies.forget();
        return new Versioned<>(next, wanted);
    }

    Versioned<Resurvey> change(Resurvey wanted, String ifMatch, String who) {
        int version = currentResurvey().version();
        int next = change(SettingName.RESURVEY, version, ChangeResurvey.of(wanted), ifMatch, who);
        resurvey.forget();
        return new Versioned<>(next, wanted);
    }

    private Versioned<BusinessCalendar> readCalendar() throws SQLException {
        return table.read(SettingName.CALENDAR, BusinessCalendar.class).orElseGet(() -> new Versioned<>(0, delivered));
    }

    private Versioned<FlagRules> readFlags() throws SQLException {
        return table.read(SettingName.FLAGS, ChangeFlags.class)
                .map(stored -> new Versioned<>(stored.version(), stored.value().rules()))
                .orElseGet(() -> new Versioned<>(0, FlagRules.DELIVERED));
    }

    private Versioned<Teams> readTeams() throws SQLException {
        return table.read(SettingName.TEAMS, Teams.class).orElseGet(() -> new Versioned<>(0, Teams.NONE));
    }

    private Versioned<ReplyTemplates> readReplies() throws SQLException {
        return table.read(SettingName.REPLIES, ReplyTemplates.class)
                .orElseGet(() -> new Versioned<>(0, ReplyTemplates.DELIVERED));
    }

    private Versioned<Resurvey> readResurvey() throws SQLException {
        return table.read(SettingName.RESURVEY, ChangeResurvey.class)
                .map(stored -> new Versioned<>(stored.version(), stored.value().stored()))
                .orElseGet(() -> new Versioned<>(0, Resurvey.OFF));
    }

    private int change(SettingName name, int version, Object wanted, String ifMatch, String who) {
        new EntityTag(version).mustMatch(ifMatch);
        boolean written = read(() -> table.write(name, version, wanted, who));
        if (!written) {
            throw EntityTag.changedSince(ifMatch);
        }
        LOG.infof("Setting %s changed, version %d", name, version + 1);
        return version + 1;
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (SQLException e) {
            throw new SettingsFailure(e);
        }
    }
}
