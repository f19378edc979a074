package io.aftertouch.survey.mail;

/** What became of handing a message over to a mail server or a gateway. {@code reply} is what the other side said. */
public sealed interface Handover {

    String reply();

    /** It is theirs now. */
    record Taken(String reply) implements Handover {}

    /** There is no such mailbox: the address is wrong for good. */
    record NoSuchMailbox(String reply) implements Handover {}

    /** They will never take this message, which says nothing about the address. */
    record Refused(String reply) implements Handover {}

    /**
     * They may take it later.
     *
     * @param everybody whether it is the server that is in trouble, and not this one recipient
     */
    record NotNow(String reply, boolean everybody) implements Handover {}
}
