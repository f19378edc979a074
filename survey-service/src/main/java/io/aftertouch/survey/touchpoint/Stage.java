package io.aftertouch.survey.touchpoint;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A stage of the journey, such as purchase. Stages are ordered. Its key never changes. */
@Entity
@Table(name = "stage")
class Stage implements Placed {

    @Id
    @Column(name = "stage_key", length = 64)
    private String key;

    @Column(length = 120)
    private String name;

    private int position;

    @Version
    private int version;

    Stage() {}

    Stage(String key, String name) {
        this.key = key;
        this.name = name;
    }

    void rename(String newName) {
        name = newName;
    }

    @Override
    public void place(int place) {
        position = place;
    }

    String key() {
        return key;
    }

    String name() {
        return name;
    }

    @Override
    public int position() {
        return position;
    }

    int version() {
        return version;
    }
}
