package io.aftertouch.survey;

/**
 * The buttons that move a thing one place up or down on a page, without dragging and without a script. The address of the page that follows
 * must have no fragment: with one, browsers leave the focus where the fragment points.
 *
 * @param path where the form goes
 * @param name what is moved, for those who hear the button and do not see its row
 * @param focus the step that was just taken, whose button is to have the focus again; else null
 */
public record Move(String path, String name, boolean first, boolean last, String focus) {

    /** At the end of the way the button is gone, and the other one gets the focus. */
    public boolean focusesUp() {
        return !first && focus != null && (focus.equals("UP") || last);
    }

    public boolean focusesDown() {
        return !last && focus != null && (focus.equals("DOWN") || first);
    }
}
