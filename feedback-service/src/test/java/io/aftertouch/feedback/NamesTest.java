package io.aftertouch.feedback;

import java.io.IOException;
import java.sql.SQLException;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.aftertouch.platform.testing.NamesForMySql;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInfrastructureTest
class NamesTest {

    @Inject
    DataSource database;

    @Test
    void mySqlTakesTheNamesOfAllTablesAndColumns() throws SQLException, IOException {
        NamesForMySql.check(database);
    }
}
