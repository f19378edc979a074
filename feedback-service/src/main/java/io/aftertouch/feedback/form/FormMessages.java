package io.aftertouch.feedback.form;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Everything that the form says of itself, in English; {@code messages/form_*.properties} say it in the other languages. */
@MessageBundle("form")
public interface FormMessages {

    @Message("Your opinion")
    String title();

    @Message("Error: {title}")
    String error_title(String title);

    @Message("About “{name}” on {date}")
    String about(String name, String date);

    @Message("About “{name}”")
    String about_place(String name);

    @Message("Choose a number from {min} ({low}) to {max} ({high}).")
    String choose_number(int min, String low, int max, String high);

    @Message("Choose one answer, from {low} to {high}.")
    String choose_word(String low, String high);

    @Message("How far do you agree?")
    String how_far();

    @Message("Would you like to say more?")
    String say_more();

    @Message("(optional)")
    String optional();

    @Message("At most 2,000 characters. Please leave out card numbers and other sensitive details.")
    String comment_hint();

    @Message("Send")
    String send();

    @Message("{brand} uses your answer to get better and keeps it for {months} months.")
    String use(String brand, int months);

    @Message("How we handle your data")
    String privacy();

    @Message("Do not ask me again")
    String opt_out();

    @Message("Language")
    String language();

    @Message("Your answer is not sent yet")
    String not_sent();

    @Message("Choose a number")
    String choose_a_number();

    @Message("Choose one answer")
    String choose_an_answer();

    @Message("Shorten the comment")
    String shorten();

    @Message("The comment has {count} characters. There is room for 2,000.")
    String too_long(String count);

    @Message("Correct the comment")
    String correct();

    @Message("The comment holds a character that cannot be stored.")
    String not_storable();

    @Message("Send again in a moment")
    String send_again();

    @Message("We cannot take your answer right now. What you typed is still here.")
    String busy();

    @Message("Send once more")
    String send_once_more();

    @Message("This page was open for a long time. What you typed is still here.")
    String stale();

    @Message("Send again in a minute")
    String send_in_a_minute();

    @Message(
            "Many answers came from your connection in a short time. Wait a minute, then send: what you typed is still here.")
    String too_fast();

    @Message("Do you want to send {answer}?")
    String confirm_title(String answer);

    @Message(
            "Mail programs sometimes open links and send forms by themselves, and this looked like it. Your answer counts as soon as you say yes here.")
    String confirm_why();

    @Message("Yes, send {answer}")
    String confirm_yes(String answer);

    @Message("Choose another number")
    String another_number();

    @Message("Choose another answer")
    String another_answer();

    @Message("Thank you")
    String thanks_title();

    @Message("Thank you. We are sorry that this went wrong.")
    String thanks_negative();

    @Message("Your answer is with our support team now. A person will read it.")
    String then_negative();

    @Message("Thank you for your answer.")
    String thanks_neutral();

    @Message("Your answer has reached us.")
    String then_neutral();

    @Message("Thank you. We are glad that it went well.")
    String thanks_positive();

    @Message("Your answer has reached us.")
    String then_positive();

    @Message("out of {max}")
    String out_of(int max);

    @Message("May we get back to you?")
    String contact_heading();

    @Message("You may contact me about this")
    String contact();

    @Message("By e-mail, to the address that got the question. For this answer only.")
    String contact_email();

    @Message("For this answer only.")
    String contact_only();

    @Message("Save")
    String save();

    @Message("Saved. You may be contacted about this answer.")
    String saved_yes();

    @Message("Saved. Nobody will contact you about this answer.")
    String saved_no();

    @Message("This link cannot be used any more")
    String gone_title();

    @Message(
            "It may have been used already, its time may be over, or a part of it may be missing. If you sent an answer, we have it: you need not do anything.")
    String gone();

    @Message("What you can do")
    String what_to_do();

    @Message("Open the link in the message again, and make sure that all of it is there.")
    String gone_open();

    @Message(
            "Its time is over, or a letter of the address is different. If you sent an answer, we have it: you need not do anything.")
    String link_gone();

    @Message("Scan the code again, or type the address as it is printed.")
    String link_gone_open();

    @Message("Tell us directly:")
    String tell_us();

    @Message("You have answered already")
    String answered_title();

    @Message("Your first answer stands. What you sent now was not added to it.")
    String answered();

    @Message("Too many links in a short time")
    String many_title();

    @Message("Many links that do not exist were opened from your connection. Wait a minute, then open your link again.")
    String many();

    @Message("This page is not ready yet")
    String not_ready_title();

    @Message("Open the link again in a minute. It stays valid.")
    String not_ready();

    @Message("{brand} asks you how it went and decides what is done with your answer.")
    String privacy_who(String brand);

    @Message(
            "We store your answer, your comment, the time, the language of the page, and what {brand} told us of the occasion: a reference for you and facts such as the country.")
    String privacy_what(String brand);

    @Message(
            "We store your answer, your comment, the time, the language of the page, and where the link stands. We do not know who you are, and do not store from which device you answer.")
    String privacy_what_link();

    @Message("People at {brand} read it, and it is counted together with other answers.")
    String privacy_why_link(String brand);

    @Message(
            "Since we do not know who you are, we cannot find your answer again by your name. {brand} tells you more if you ask.")
    String privacy_rights_link(String brand);

    @Message(
            "People at {brand} read it, and it is counted together with other answers. Only if you allow it does somebody write back to you.")
    String privacy_why(String brand);

    @Message("If an answer looks as if a program had sent it, we also store why it does.")
    String privacy_signs();

    @Message("It is kept for {months} months.")
    String privacy_long(int months);

    @Message("This page sets no cookies and loads nothing from anybody else.")
    String privacy_cookies();

    @Message("You can ask {brand} at any time what is stored about you, and to have it corrected or deleted.")
    String privacy_rights(String brand);

    @Message("Back to the question")
    String back();

    @Message("Change your answer")
    String change();

    @Message("See your answer")
    String see_answer();

    @Message("Withdraw your answer")
    String withdraw();

    @Message("Withdraw your answer?")
    String withdraw_title();

    @Message("It then counts no more, and your comment is deleted. You cannot answer this question again.")
    String withdraw_what();

    @Message("Withdraw the answer")
    String withdraw_now();

    @Message("Your answer is withdrawn")
    String withdrawn_title();

    @Message("It counts no more, and your comment is deleted.")
    String withdrawn();

    @Message("Your answer and your data")
    String your_data();

    @Message("You answered on {date}.")
    String you_answered(String date);

    @Message("You changed the answer on {date}.")
    String you_changed(String date);

    @Message("You may be contacted about it.")
    String may_contact();

    @Message("You have not answered yet.")
    String not_answered();

    @Message(
            "On {date} this answer came from your link, so fast that a program may have sent it. It counts only if you send it yourself.")
    String waits_for_you(String date);

    @Message("You have not answered, and the time for it is over.")
    String never_answered();

    @Message("Answer the question")
    String answer_now();

    @Message("Have everything about me erased")
    String erase_me();
}
