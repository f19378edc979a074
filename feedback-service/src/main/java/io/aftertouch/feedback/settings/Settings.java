package io.aftertouch.feedback.settings;

import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

/** How the inbox works, as the company has set it: what was never set holds as it is delivered. A change is seen everywhere within a second. */
@ApplicationScoped
public class Settings {

    private static final Logger LOG = Logger.getLogger(Settings.class);

    private final SettingTable table;
    private final BusinessCalendar delivered;
    private final Remembered<BusinessCalendar> calendar;

    Settings(SettingTable table, SettingsConfig config, ZoneId zone, Clock clock) {
        this.table = table;
        delivered = BusinessCalendar.roundTheClock(zone, config.dueWithin());
        calendar = new Remembered<>(() -> readCalendar().value(), clock);
    }

    /** By which due times are counted. */
    public BusinessCalendar calendar() {
        return get(calendar);
    }

    Versioned<BusinessCalendar> currentCalendar() {
        try {
            return readCalendar();
        } catch (SQLException e) {
            throw new SettingsFailure(e);
        }
    }

    Versioned<BusinessCalendar> change(BusinessCalendar wanted, String ifMatch, String who) {
        return change(SettingName.CALENDAR, currentCalendar().version(), wanted, ifMatch, who);
    }

    private Versioned<BusinessCalendar> readCalendar() throws SQLException {
        return table.read(SettingName.CALENDAR, BusinessCalendar.class).orElseGet(() -> new Versioned<>(0, delivered));
    }

    private <T> Versioned<T> change(SettingName name, int version, T wanted, String ifMatch, String who) {
        new EntityTag(version).mustMatch(ifMatch);
        try {
            if (!table.write(name, version, wanted, who)) {
                throw new EntityTag.Changed();
            }
        } catch (SQLException e) {
            throw new SettingsFailure(e);
        }
        LOG.infof("Setting %s changed, version %d", name, version + 1);
        return new Versioned<>(version + 1, wanted);
    }

    private static <T> T get(Remembered<T> setting) {
        try {
            return setting.get();
        } catch (SQLException e) {
            throw new SettingsFailure(e);
        }
    }
}
