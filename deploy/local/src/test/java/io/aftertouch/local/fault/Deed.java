package io.aftertouch.local.fault;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.JsonNode;

/** An act and what came of each call for it. */
final class Deed {

    private final Act act;
    private final List<Result> results = new CopyOnWriteArrayList<>();

    /** What a call came to. */
    record Result(int status, JsonNode body) {

        /** No answer: whether it happened, only the suite knows. */
        static final Result UNKNOWN = new Result(0, null);

        boolean isYes() {
            return status >= 200 && status < 300;
        }

        /** A server that fails says no more about what it did before than one that says nothing. */
        boolean isOpen() {
            return status == 0 || status >= 500;
        }
    }

    Deed(Act act) {
        this.act = act;
    }

    Act act() {
        return act;
    }

    void add(Result result) {
        results.add(result);
    }

    List<Result> results() {
        return results;
    }

    List<Result> yeses() {
        return results.stream().filter(Result::isYes).toList();
    }

    /** Somebody was told that it is done: it must be there, once. */
    boolean isAcknowledged() {
        return results.stream().anyMatch(Result::isYes);
    }

    /** Nobody was told anything: it may be there, once. */
    boolean isOpen() {
        return !isAcknowledged() && results.stream().anyMatch(Result::isOpen);
    }

    @Override
    public String toString() {
        return act.name() + " " + results.stream().map(Result::status).toList();
    }
}
