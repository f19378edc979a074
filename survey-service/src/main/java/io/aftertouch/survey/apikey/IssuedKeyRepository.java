package io.aftertouch.survey.apikey;

import java.util.List;

import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@Singleton
class IssuedKeyRepository implements PanacheRepositoryBase<IssuedKey, String> {

    List<IssuedKey> after(String id, int limit) {
        return find("id > ?1 order by id", id).page(0, limit).list();
    }

    List<IssuedKey> newestFirst() {
        return list("order by createdAt desc, id");
    }
}
