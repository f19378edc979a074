package io.aftertouch.feedback.response;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Something that has to be true as soon as answers are: it is written in their transaction. */
public interface ResponseFollowUp {

    /** Writes what follows from these answers. The caller commits; what is thrown undoes the answers too. */
    void write(Connection connection, List<SurveyResponse> recorded) throws SQLException;

    /** Called after the commit, on the thread that writes answers: to be done at once. */
    void committed();
}
