package io.aftertouch.feedback.settings;

/** What can be set about the inbox. */
enum SettingName {
    CALENDAR,
    FLAGS,
    TEAMS,
    REPLIES,
    RESURVEY
}
