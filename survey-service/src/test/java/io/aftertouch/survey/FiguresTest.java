package io.aftertouch.survey;

import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.aftertouch.platform.figure.Figure;
import io.aftertouch.platform.figure.Figures;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.quarkus.arc.All;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** One figure that could not be read would take all others with it. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class FiguresTest {

    @Inject
    @All
    List<Figures> features;

    @Inject
    DataSource database;

    @Test
    void everyFigureForOperatorsCanBeRead() throws SQLException {
        List<Figure> figures =
                features.stream().flatMap(feature -> feature.figures().stream()).toList();
        assertThat(figures)
                .extracting(Figure::name)
                .doesNotHaveDuplicates()
                .contains(
                        "aftertouch.invitations.due",
                        "aftertouch.invitations.due.oldest.age.seconds",
                        "aftertouch.replies.waiting",
                        "aftertouch.outbox.waiting");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (Figure figure : figures) {
                try (var rows = statement.executeQuery(figure.sql())) {
                    int number = figure.label().isPresent() ? 2 : 1;
                    assertThat(rows.getMetaData().getColumnCount())
                            .as(figure.name())
                            .isEqualTo(number);
                    while (rows.next()) {
                        assertThat(rows.getDouble(number)).as(figure.name()).isNotNegative();
                    }
                }
            }
        }
    }
}
