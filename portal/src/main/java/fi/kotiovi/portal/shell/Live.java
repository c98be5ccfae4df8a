package fi.kotiovi.portal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.communication.PushMode;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.Callers;
import jakarta.annotation.PreDestroy;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets an open page notice news by itself: once a second it asks for a small fingerprint as the person who looks at the
 * page, or as nobody where nobody is signed in, and redraws when it differs. Push is on only while such a page is open, because it costs memory.
 */
@org.springframework.stereotype.Component
public class Live {
    private static final Logger LOG = LoggerFactory.getLogger(Live.class);

    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final Callers callers;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live").factory());

    Live(Callers callers) {
        this.callers = callers;
        var _ = ticker.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    /**
     * Watches as long as the view is on the screen; {@code onChange} runs in its UI. Call it before the view is drawn: what
     * changes while it is drawn is news too.
     */
    public void watch(Component view, Supplier<Object> fingerprint, Runnable onChange) {
        var first = fingerprint.get();
        view.addAttachListener(attached -> {
            var ui = attached.getUI();
            ui.getPushConfiguration().setPushMode(PushMode.AUTOMATIC);
            var watch = new Watch(ui, callers.current(), fingerprint, onChange, first);
            watches.add(watch);
            view.addDetachListener(detached -> {
                detached.unregisterListener();
                watches.remove(watch);
                ui.getPushConfiguration().setPushMode(PushMode.DISABLED);
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

    private void look(Watch watch) {
        try {
            var seen = watch.caller
                    .map(caller -> callers.as(caller, watch.fingerprint))
                    .orElseGet(watch.fingerprint);
            var before = watch.seen;
            watch.seen = seen;
            if (!before.equals(seen)) {
                var _ = watch.ui.access(watch.onChange::run);
            }
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

    private static final class Watch {
        private final UI ui;
        private final Optional<Caller> caller;
        private final Supplier<Object> fingerprint;
        private final Runnable onChange;
        private final AtomicBoolean busy = new AtomicBoolean();
        private volatile Object seen;

        Watch(UI ui, Optional<Caller> caller, Supplier<Object> fingerprint, Runnable onChange, Object first) {
            this.ui = ui;
            this.caller = caller;
            this.fingerprint = fingerprint;
            this.onChange = onChange;
            this.seen = first;
        }
    }
}
