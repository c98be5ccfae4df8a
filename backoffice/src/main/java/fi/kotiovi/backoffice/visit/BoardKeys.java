package fi.kotiovi.backoffice.visit;

/** The arrow keys on the board: one stop for the tabulator, then up and down in time and across to the next column. */
final class BoardKeys {
    /** The grid calls its server when M is pressed on a visit and when Escape is pressed anywhere in it. */
    static final String WATCH = """
            const grid = this;
            const off = $0;
            const top = item => item.getBoundingClientRect().top;
            const usable = column => [...column.querySelectorAll('.item')]
              .filter(item => item.offsetParent
                && (!grid.classList.contains('moving') || item.classList.contains('place')))
              .sort((one, other) => top(one) - top(other));
            const stop = item => {
              grid.querySelectorAll('.item').forEach(other => { other.tabIndex = other === item ? 0 : -1; });
            };
            const ensure = () => {
              const items = [...grid.querySelectorAll('.item')];
              if (items.length && !items.some(item => item.tabIndex === 0)) stop(items[0]);
            };
            new MutationObserver(ensure).observe(grid,
              {childList: true, subtree: true, attributes: true, attributeFilter: ['tabindex']});
            ensure();
            grid.addEventListener('focusin', event => {
              const item = event.target.closest('.item');
              if (item) stop(item);
            });
            grid.addEventListener('keydown', event => {
              if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
              if (event.key === 'Escape' && grid.classList.contains('moving')) {
                event.preventDefault();
                grid.$server.gaveUp();
                return;
              }
              const item = event.target.closest('.item');
              if (!item) return;
              if (item.dataset.visit && (event.key === 'Enter' || event.key === ' ')) {
                event.preventDefault();
                item.click();
                return;
              }
              if (item.dataset.visit && event.key.toLowerCase() === 'm' && !localStorage.getItem(off)) {
                event.preventDefault();
                grid.$server.pickedUp(item.dataset.visit);
                return;
              }
              const columns = [...grid.querySelectorAll('.board-column')];
              const mine = columns.indexOf(item.closest('.board-column'));
              const list = usable(columns[mine]);
              let to = null;
              if (event.key === 'ArrowDown') to = list.find(other => top(other) > top(item) + 1);
              else if (event.key === 'ArrowUp') to = list.filter(other => top(other) < top(item) - 1).pop();
              else if (event.key === 'Home') to = list[0];
              else if (event.key === 'End') to = list[list.length - 1];
              else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
                const step = event.key === 'ArrowLeft' ? -1 : 1;
                for (let at = mine + step; at >= 0 && at < columns.length && !to; at += step) {
                  to = usable(columns[at])
                    .sort((one, other) => Math.abs(top(one) - top(item)) - Math.abs(top(other) - top(item)))[0];
                }
              } else return;
              event.preventDefault();
              if (to) { to.focus({preventScroll: true}); to.scrollIntoView({block: 'nearest', inline: 'nearest'}); }
            });""";

    private BoardKeys() {}
}
