package io.aftertouch.score.metric;

import java.util.Arrays;

/** How many answers gave each score from 0 to 10. Exact, never changed once made, and added up in any order. */
public final class Counts {

    public static final Counts NONE = new Counts(new long[Scale.HIGHEST + 1]);

    private final long[] answers;

    private Counts(long[] answers) {
        this.answers = answers;
    }

    /** The counts of the scores 0, 1, … in this order; scores left out have no answers. */
    public static Counts of(long... answers) {
        if (answers.length > Scale.HIGHEST + 1 || Arrays.stream(answers).anyMatch(n -> n < 0)) {
            throw new IllegalArgumentException("No counts of the scores 0 to 10: " + Arrays.toString(answers));
        }
        return new Counts(Arrays.copyOf(answers, Scale.HIGHEST + 1));
    }

    /** What is stored for the scores 0, 1, …, which for a moment may be less than none. To be compared with others, never shown. */
    public static Counts stored(long... answers) {
        return new Counts(Arrays.copyOf(answers, Scale.HIGHEST + 1));
    }

    /** One answer with this score. */
    public static Counts ofOne(int score) {
        long[] answers = new long[Scale.HIGHEST + 1];
        answers[score] = 1;
        return new Counts(answers);
    }

    /** What an answer that is taken back changes: one less with this score. To be added to others, never shown. */
    public static Counts lessOne(int score) {
        long[] answers = new long[Scale.HIGHEST + 1];
        answers[score] = -1;
        return new Counts(answers);
    }

    public Counts plus(Counts other) {
        long[] sum = answers.clone();
        for (int score = 0; score < sum.length; score++) {
            sum[score] += other.answers[score];
        }
        return new Counts(sum);
    }

    /** What has to be added to the other counts to get these. */
    public Counts minus(Counts other) {
        long[] difference = answers.clone();
        for (int score = 0; score < difference.length; score++) {
            difference[score] -= other.answers[score];
        }
        return new Counts(difference);
    }

    /** How many answers have to be added or taken away to make a difference of counts vanish. */
    public long distance() {
        return Arrays.stream(answers).map(Math::abs).sum();
    }

    public long at(int score) {
        return answers[score];
    }

    public long total() {
        long n = 0;
        for (long one : answers) {
            n += one;
        }
        return n;
    }

    public long in(Scale scale, Band band) {
        long n = 0;
        for (int score = scale.min(); score <= scale.max(); score++) {
            n += scale.band(score) == band ? answers[score] : 0;
        }
        return n;
    }

    public boolean isEmpty() {
        return total() == 0;
    }

    /** The mean of all scores; NaN if there are none. */
    double mean() {
        long sum = 0;
        for (int score = 0; score < answers.length; score++) {
            sum += score * answers[score];
        }
        return (double) sum / total();
    }

    /** The variance of the scores as a sample (n − 1 below the line); NaN below two answers. */
    double variance() {
        long n = total();
        double mean = mean();
        double squares = 0;
        for (int score = 0; score < answers.length; score++) {
            squares += answers[score] * (score - mean) * (score - mean);
        }
        return n < 2 ? Double.NaN : squares / (n - 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Counts counts && Arrays.equals(answers, counts.answers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(answers);
    }

    @Override
    public String toString() {
        return Arrays.toString(answers);
    }
}
