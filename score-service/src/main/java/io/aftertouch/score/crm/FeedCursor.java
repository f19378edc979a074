package io.aftertouch.score.crm;

import java.util.UUID;

import io.aftertouch.platform.paging.Cursor;

/** A place in the feed of changes: behind the respondent who was shown last. */
record FeedCursor(long position, UUID id) {

    private static final String POSITION = "\\d+";

    static final FeedCursor START = new FeedCursor(0, new UUID(0, 0));

    /** @param text null for the start */
    static FeedCursor of(String text) {
        Cursor cursor = Cursor.decode(text, 2);
        if (cursor == null) {
            return START;
        }
        cursor.string(0, POSITION);
        return new FeedCursor(cursor.number(0), cursor.uuid(1));
    }

    static FeedCursor behind(RespondentState state) {
        return new FeedCursor(state.position(), state.id());
    }

    String text() {
        return Cursor.encode(position, id);
    }
}
