package fi.kotiovi.portal.line;

/** What the board on the wall does by itself in its browser: it tells the time, rings, and notices a lost connection. */
final class BoardScript {
    /**
     * The clock goes by the server's time. After ten seconds without a sign the board says that it is old, and tries to
     * load itself again: it hangs where nobody has a keyboard.
     */
    static final String WATCH = """
            const board = this, away = Date.now() - $0, wall = $1, stale = $2;
            board.beat = Date.now();
            let tried = 0;
            clearInterval(board.ticking);
            const two = number => String(number).padStart(2, '0');
            const tick = () => {
              if (!board.isConnected) { clearInterval(board.ticking); return; }
              const now = new Date(Date.now() - away);
              const parts = new Intl.DateTimeFormat('fi-FI', {timeZone: 'Europe/Helsinki', hour: 'numeric', minute: '2-digit'}).formatToParts(now);
              const part = type => parts.find(p => p.type === type).value;
              wall.textContent = part('hour') + '.' + two(Number(part('minute')));
              const silent = (Date.now() - board.beat) / 1000;
              const old = silent > 10;
              board.classList.toggle('is-stale', old);
              stale.hidden = !old;
              if (silent > 20 && Date.now() - tried > 10000) {
                tried = Date.now();
                fetch(location.href, {cache: 'no-store'}).then(answer => { if (answer.ok) location.reload(); }).catch(() => {});
              }
            };
            board.ticking = setInterval(tick, 1000);
            tick();""";

    /** Browsers play nothing before somebody has touched the page, hence a button; where they do, it goes away by itself. */
    static final String SOUND = """
            const button = this, board = $0, ready = $1;
            let audio = null;
            const tone = (at, pitch) => {
              const wave = audio.createOscillator(), loud = audio.createGain();
              wave.frequency.value = pitch;
              loud.gain.setValueAtTime(0.0001, at);
              loud.gain.exponentialRampToValueAtTime(0.4, at + 0.03);
              loud.gain.exponentialRampToValueAtTime(0.0001, at + 0.7);
              wave.connect(loud).connect(audio.destination);
              wave.start(at);
              wave.stop(at + 0.75);
            };
            board.rings = 0;
            board.ring = () => {
              board.rings++;
              if (!audio || audio.state !== 'running') return;
              tone(audio.currentTime, 660);
              tone(audio.currentTime + 0.35, 880);
            };
            const on = () => {
              audio = audio || new AudioContext();
              audio.resume().then(() => {
                if (audio.state !== 'running') return;
                button.textContent = ready;
                button.disabled = true;
              });
            };
            button.addEventListener('click', () => { on(); setTimeout(() => board.ring(), 100); });
            if (navigator.userActivation?.hasBeenActive) on();""";

    private BoardScript() {}
}
