package io.aftertouch.embedded;

import java.util.List;

/**
 * A user of the database, made or given this password at each start. It owns its databases, which are made when absent; without any it may
 * do everything.
 */
public record DatabaseAccount(String name, String password, List<String> databases) {

    public DatabaseAccount {
        requireShape(name, "[a-z][a-z0-9_]{0,40}", "name");
        requireShape(password, "[A-Za-z0-9_-]{12,80}", "password");
        databases.forEach(database -> requireShape(database, "[a-z][a-z0-9_]{0,60}", "database"));
        databases = List.copyOf(databases);
    }

    private static void requireShape(String value, String pattern, String what) {
        if (!value.matches(pattern)) {
            throw new IllegalArgumentException("The " + what + " of a database account must match " + pattern + ".");
        }
    }

    /** The account that makes other accounts. */
    public static DatabaseAccount administrator(String password) {
        return new DatabaseAccount("aftertouch_admin", password, List.of());
    }

    boolean isAdministrator() {
        return databases.isEmpty();
    }

    /** One statement a line, each of which may run again. */
    List<String> statements() {
        String user = "'" + name + "'@'127.0.0.1'";
        List<String> statements = new java.util.ArrayList<>(List.of(
                "CREATE USER IF NOT EXISTS " + user + " IDENTIFIED BY '" + password + "';",
                "ALTER USER " + user + " IDENTIFIED BY '" + password + "';"));
        if (isAdministrator()) {
            statements.add("GRANT ALL PRIVILEGES ON *.* TO " + user + " WITH GRANT OPTION;");
        }
        for (String database : databases) {
            statements.add("CREATE DATABASE IF NOT EXISTS `" + database + "`;");
            statements.add("GRANT ALL PRIVILEGES ON `" + database.replace("_", "\\_") + "`.* TO " + user + ";");
        }
        return statements;
    }
}
