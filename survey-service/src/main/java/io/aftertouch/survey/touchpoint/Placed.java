package io.aftertouch.survey.touchpoint;

import java.util.ArrayList;
import java.util.List;

/** Something that has a place among its like. Places are counted from 1. */
interface Placed {

    int position();

    void place(int place);

    /**
     * Puts one thing at a place among its like and the others around it.
     *
     * @param others in their order, without the one
     * @param place beyond the end is the end
     * @return all of them in their order, each at its place
     */
    static <T extends Placed> List<T> insert(List<T> others, T one, int place) {
        List<T> inOrder = new ArrayList<>(others);
        inOrder.add(Math.clamp(place - 1, 0, others.size()), one);
        number(inOrder);
        return inOrder;
    }

    /** Gives things their places, from 1, as they stand. */
    static void number(List<? extends Placed> inOrder) {
        for (int i = 0; i < inOrder.size(); i++) {
            inOrder.get(i).place(i + 1);
        }
    }
}
