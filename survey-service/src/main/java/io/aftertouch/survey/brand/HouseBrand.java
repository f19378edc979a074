package io.aftertouch.survey.brand;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The brand of the company, which every survey wears that has none of its own. */
@Entity
@Table(name = "brand")
class HouseBrand extends EditedBrand {

    static final int ID = 1;

    @Id
    @JdbcTypeCode(SqlTypes.TINYINT)
    private int id;

    HouseBrand() {}
}
