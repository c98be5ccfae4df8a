package fi.kotiovi.backoffice.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.Callers;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;

/**
 * Lets an open page notice news by itself: once a second it asks for a small fingerprint as the person who looks at the
 * page, and hands it to the page when it differs from the one before.
 */
@org.springframework.stereotype.Component
public class Live {
    private static final Logger LOG = LoggerFactory.getLogger(Live.class);

    private final Set<Watch<?>> watches = ConcurrentHashMap.newKeySet();
    private final Callers callers;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live").factory());

    /** {@code every} is a second, except where a test wants to know by itself when a page hears the news. */
    Live(Callers callers, @Value("${kotiovi.live.every:1s}") Duration every) {
        this.callers = callers;
        // Each watch runs on a thread of its own and catches what it throws: nothing here can end the ticking.
        var _ = ticker.scheduleWithFixedDelay(this::tick, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Watches as long as the view is on the screen.
     *
     * @param first what the screen shows already
     * @param onChange runs in the page's UI
     */
    public <T> void watch(Component view, T first, Supplier<T> fingerprint, Consumer<T> onChange) {
        view.addAttachListener(attached -> {
            var watch = new Watch<>(attached.getUI(), callers.anybody(), first, fingerprint, onChange);
            watches.add(watch);
            view.addDetachListener(detached -> {
                detached.unregisterListener();
                watches.remove(watch);
            });
        });
    }

    private void tick() {
        for (var watch : watches) {
            if (watch.busy.compareAndSet(false, true)) {
                Thread.startVirtualThread(() -> look(watch));
            }
        }
    }

    private void look(Watch<?> watch) {
        try {
            watch.look(callers);
        } catch (UIDetachedException e) {
            watches.remove(watch);
        } catch (RuntimeException e) {
            // The database may be away for a moment; the next second asks again.
            LOG.debug("News could not be looked up", e);
        } finally {
            watch.busy.set(false);
        }
    }

    @PreDestroy
    void stop() {
        ticker.shutdownNow();
    }

    private static final class Watch<T> {
        private final UI ui;
        private final Caller caller;
        private final Supplier<T> fingerprint;
        private final Consumer<T> onChange;
        private final AtomicBoolean busy = new AtomicBoolean();
        private volatile T seen;

        Watch(UI ui, Caller caller, T first, Supplier<T> fingerprint, Consumer<T> onChange) {
            this.ui = ui;
            this.caller = caller;
            this.seen = first;
            this.fingerprint = fingerprint;
            this.onChange = onChange;
        }

        void look(Callers callers) {
            var now = callers.as(caller, fingerprint);
            if (!now.equals(seen)) {
                seen = now;
                // What goes wrong in there is shown and logged by the page's error handler.
                var _ = ui.access(() -> onChange.accept(now));
            }
        }
    }
}
