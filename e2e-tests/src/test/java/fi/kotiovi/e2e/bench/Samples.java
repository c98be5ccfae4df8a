package fi.kotiovi.e2e.bench;

import java.util.Arrays;

/** How long each of many calls took, and how long all of them together. */
final class Samples {
    private final long[] sortedNanos;
    private final double seconds;

    Samples(long[] nanos, double seconds) {
        sortedNanos = nanos.clone();
        Arrays.sort(sortedNanos);
        this.seconds = seconds;
    }

    int count() {
        return sortedNanos.length;
    }

    double perSecond() {
        return sortedNanos.length / seconds;
    }

    double millis(double quantile) {
        var at = (int) Math.ceil(quantile * sortedNanos.length) - 1;
        return sortedNanos[Math.max(0, at)] / 1e6;
    }
}
