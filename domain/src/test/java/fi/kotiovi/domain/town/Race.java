package fi.kotiovi.domain.town;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many at once, from one starting shot. */
public final class Race {
    private Race() {}

    /** What each of the runners brought back; the first exception of any of them fails the test. */
    public static <T> List<T> of(int runners, IntFunction<Callable<T>> lane) {
        var ready = new CountDownLatch(runners);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (int i = 0; i < runners; i++) {
                var runner = lane.apply(i);
                running.add(threads.submit(() -> {
                    ready.countDown();
                    go.await();
                    return runner.call();
                }));
            }
            ready.await();
            go.countDown();
            var results = new ArrayList<T>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError("A runner stumbled: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("The race was stopped", e);
        }
    }
}
