package fi.kotiovi.e2e.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;

/** Many clients who do the same thing over and over, from one starting shot, each call timed. */
final class Crowd {
    private static final int FIRST_ROOM = 1024;

    private Crowd() {}

    /** Each client is asked again, with its number, until it answers false; that last call is not counted. */
    static Samples run(int clients, IntPredicate call) {
        var go = new CountDownLatch(1);
        var running = new ArrayList<Future<long[]>>();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            for (int client = 0; client < clients; client++) {
                var number = client;
                running.add(threads.submit(() -> {
                    go.await();
                    return timed(number, call);
                }));
            }
            var begun = System.nanoTime();
            go.countDown();
            List<long[]> all = new ArrayList<>();
            for (var one : running) {
                all.add(one.get());
            }
            var seconds = (System.nanoTime() - begun) / 1e9;
            return new Samples(
                    all.stream().flatMapToLong(java.util.Arrays::stream).toArray(), seconds);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A client failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long[] timed(int client, IntPredicate call) {
        var nanos = new long[FIRST_ROOM];
        var count = 0;
        while (true) {
            var begun = System.nanoTime();
            var more = call.test(client);
            var took = System.nanoTime() - begun;
            if (!more) {
                return java.util.Arrays.copyOf(nanos, count);
            }
            if (count == nanos.length) {
                nanos = java.util.Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = took;
        }
    }
}
