package io.aftertouch.survey.brand;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What one survey shows instead of the company's brand: all of it, or some parts. */
@Entity
@Table(name = "survey_brand")
class SurveyBrand extends EditedBrand {

    @Id
    @Column(name = "survey_key", length = 64)
    private String survey;

    /** As it is before anybody has changed it: nothing of its own. */
    SurveyBrand() {}
}
