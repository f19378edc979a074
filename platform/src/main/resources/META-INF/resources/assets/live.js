// Brings the figures of a page up to date where they stand, and moves nothing: a card that the pointer or the focus is in waits until it is left,
// rows keep their order, and what has come or gone is only told of. The page works without it.
(() => {
  const EVERY = 20_000;
  const news = document.querySelector('[data-live-news]');
  if (!news) return;

  const parts = root => [...root.querySelectorAll('[data-live]')];
  const names = root => parts(root).map(part => part.dataset.live).join('\n');
  const isHeld = part => {
    const card = part.closest('.card') ?? part.closest('table') ?? part;
    return card.contains(document.activeElement) || card.matches(':hover');
  };
  const replace = (part, fresh) => {
    part.replaceChildren(...[...fresh.childNodes].map(node => document.importNode(node, true)));
    window.htmx?.process(part);
  };

  const tell = () => {
    if (news.childNodes.length) return;
    const link = document.createElement('a');
    link.href = location.href;
    link.textContent = 'Show the page as it is now';
    news.append(' Rows have come, gone or changed places. ', link);
  };

  const show = fresh => {
    const now = new Map(parts(fresh).map(part => [part.dataset.live, part]));
    const changed = parts(document).filter(part => {
      const other = now.get(part.dataset.live);
      return other && part.dataset.live !== 'asof' && part.innerHTML !== other.innerHTML;
    });
    const free = changed.filter(part => !isHeld(part));
    free.forEach(part => replace(part, now.get(part.dataset.live)));
    // the page says the time of its oldest figure
    const time = document.querySelector('[data-live=asof]');
    if (time && now.has('asof') && free.length === changed.length) replace(time, now.get('asof'));
    if (names(document) !== names(fresh)) tell();
  };

  let asking = false;
  const refresh = async () => {
    if (asking || document.visibilityState !== 'visible') return;
    asking = true;
    try {
      const reply = await fetch(location.href, { cache: 'no-store' });
      if (reply.ok && !reply.redirected) show(new DOMParser().parseFromString(await reply.text(), 'text/html'));
    } catch {
      // the service is away: the page keeps the figures it has, and the time that they are of
    } finally {
      asking = false;
    }
  };

  setInterval(refresh, EVERY);
  document.addEventListener('visibilitychange', refresh);
})();
