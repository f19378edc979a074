// Enhances the inbox, which works without it: tells of new cases without moving anything, opens cases where they stand, and offers keys.
(() => {
  const live = document.querySelector('.live[role=status]');
  const fresh = new Set();

  const tell = () => {
    const text = document.createElement('span');
    text.textContent = fresh.size === 1 ? '1 new case came in.' : `${fresh.size} new cases came in.`;
    const link = document.createElement('a');
    const here = new URL(location.href);
    here.searchParams.delete('after');
    if (here.pathname.startsWith('/inbox/')) {
      here.pathname = '/inbox';
      here.search = '';
    }
    // one may stand far down a long list
    if (fresh.size === 1) here.searchParams.set('case', [...fresh][0]);
    else here.searchParams.delete('case');
    link.href = here.pathname + here.search;
    link.textContent = fresh.size === 1 ? 'Show it' : 'Show them';
    const toast = document.createElement('div');
    toast.className = 'toast';
    toast.append(text, link);
    live.replaceChildren(toast);
  };

  if (live && window.EventSource) {
    const stream = new EventSource('/inbox/stream');
    stream.addEventListener('opened', event => {
      fresh.add(JSON.parse(event.data).caseId);
      tell();
    });
    addEventListener('pagehide', () => stream.close());
  }

  const off = () => localStorage.getItem('inbox-keys') === 'off';
  const keys = document.createElement('p');
  keys.className = 'case-part cluster small muted';
  const hint = document.createElement('span');
  const name = (element, list) => {
    element.replaceChildren();
    for (const [key, does] of list) {
      const cap = document.createElement('kbd');
      cap.textContent = key;
      element.append(cap, ` ${does} `);
    }
  };
  const few = [['j', ''], ['k', 'move,'], ['Enter', 'open,'], ['a', 'take,'], ['?', 'all keys']];
  const all = [['j', 'next,'], ['k', 'previous,'], ['Enter', 'open,'], ['x', 'choose,'], ['a', 'take,'], ['e', 'resolve,'], ['r', 'reply,'],
    ['s', 'snooze,'], ['/', 'search,'], ['?', 'fewer keys']];
  let shown = few;
  name(hint, shown);
  const unfold = key => {
    const act = document.querySelector(`details[data-key=${key}]`);
    if (!act) return false;
    act.open = true;
    act.querySelector('select, input:not([type=hidden])')?.focus();
    return true;
  };
  const toggle = document.createElement('button');
  toggle.className = 'btn btn--quiet';
  toggle.type = 'button';
  const say = () => {
    hint.hidden = off();
    toggle.textContent = off() ? 'Switch keys on' : 'Switch keys off';
  };
  toggle.addEventListener('click', () => {
    localStorage.setItem('inbox-keys', off() ? 'on' : 'off');
    say();
  });
  say();
  keys.append(hint, toggle);
  const offer = () => document.getElementById('keys')?.append(keys);
  offer();

  const ofList = event => event.target.id === 'found' || event.detail.target?.id === 'found';
  addEventListener('htmx:afterSettle', event => {
    if (event.target.id !== 'found') return;
    offer();
    const opened = document.querySelector('.inbox--case #case-h');
    if (!opened) return;
    opened.tabIndex = -1;
    opened.focus();
  });
  // whatever is no list, such as the page to sign in, is shown as the browser shows it
  addEventListener('htmx:beforeSwap', event => {
    if (!ofList(event) || event.detail.xhr.responseText.includes('id="found"')) return;
    event.detail.shouldSwap = false;
    location.assign(event.detail.pathInfo.finalRequestPath);
  });
  addEventListener('htmx:sendError', event => {
    if (ofList(event)) location.assign(event.detail.pathInfo.finalRequestPath);
  });

  addEventListener('keydown', event => {
    if (off() || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest('input:not([type=checkbox]), select, textarea')) return;
    const rows = [...document.querySelectorAll('.rows h3 a')];
    const at = rows.findIndex(row => row === document.activeElement);
    const from = at >= 0 ? at : rows.findIndex(row => row.hasAttribute('aria-current'));
    if (event.key === 'j' && from + 1 < rows.length) rows[from + 1].focus();
    if (event.key === 'k' && from > 0) rows[from - 1].focus();
    if (event.key === 'x' && at >= 0) rows[at].closest('.row').querySelector('input[type=checkbox]').click();
    if (event.key === 'a') document.querySelector('form[data-key=a]')?.requestSubmit();
    if ('ers'.includes(event.key) && unfold(event.key)) event.preventDefault();
    if (event.key === '/') {
      document.getElementById('q').focus();
      event.preventDefault();
    }
    if (event.key === '?') {
      shown = shown === few ? all : few;
      name(hint, shown);
    }
  });
})();
