package io.aftertouch.survey.touchpoint;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A stage of the journey, such as purchase. Stages are ordered. */
@Entity
@Table(name = "stage")
class Stage {

    @Id
    @Column(name = "stage_key", length = 64)
    private String key;

    @Column(length = 120)
    private String name;

    private int position;

    Stage() {}

    String key() {
        return key;
    }

    String name() {
        return name;
    }

    int position() {
        return position;
    }
}
