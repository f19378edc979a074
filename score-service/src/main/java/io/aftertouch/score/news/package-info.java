/** What webhooks tell: which events there are, what each says of its subject, and how it reads. Neither a comment nor anybody's name or address. */
package io.aftertouch.score.news;
