package io.aftertouch.platform.figure;

import java.util.List;

/** What operators watch of one feature. Each bean of this type is read. */
public interface Figures {

    List<Figure> figures();
}
