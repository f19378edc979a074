/*
 * Opens the form behind a public link in a page of yours:
 *
 *   <script src="https://feedback.example/embed.js" data-link="k7mp-x3qd" async></script>
 *
 * data-link    the code of the link, or its address
 * data-show    "inline" for a frame in place; left out: a button in place that opens a dialog
 * data-label   the words on the button
 * data-button  a selector of a button of your own to use instead
 * data-lang    language of the form; left out: that of your page
 *
 * Sets no cookies, keeps nothing, loads nothing before it is opened. Your Content-Security-Policy needs the site in script-src and frame-src;
 * the site needs yours in aftertouch.form.frame-ancestors.
 */
(function () {
  'use strict';
  var script = document.currentScript;
  if (!script) return;
  var wish = script.dataset;
  var code = (wish.link || '').replace(/[?#].*$/, '').split('/').pop();
  if (!/^[A-Za-z0-9-]{4,24}$/.test(code)) {
    console.warn('embed.js: data-link names no public link');
    return;
  }
  var words = {
    en: ['Tell us how it went', 'Close', 'Open in a window of its own'],
    da: ['Fortæl os, hvordan det gik', 'Luk', 'Åbn i et eget vindue'],
    sv: ['Berätta hur det gick', 'Stäng', 'Öppna i ett eget fönster'],
    nb: ['Fortell oss hvordan det gikk', 'Lukk', 'Åpne i et eget vindu'],
    de: ['Sagen Sie uns, wie es war', 'Schließen', 'In einem eigenen Fenster öffnen']
  };
  var language = (wish.lang || document.documentElement.lang || navigator.language || 'en').slice(0, 2).toLowerCase();
  if (language === 'no' || language === 'nn') language = 'nb';
  var spoken = words[language] || words.en;
  var label = wish.label || spoken[0];
  var address = new URL('p/' + code + (words[language] ? '?lang=' + language : ''), script.src);

  function element(name, style, text) {
    var made = document.createElement(name);
    Object.assign(made.style, style); // allowed under any style-src, unlike a style attribute
    if (text) made.textContent = text;
    return made;
  }

  function frame() {
    var shown = element('iframe', { display: 'block', width: '100%', height: '32rem', border: '0', colorScheme: 'normal' });
    shown.title = label;
    shown.referrerPolicy = 'no-referrer';
    shown.src = address.href;
    addEventListener('message', function (event) {
      var height = event.data && event.data.aftertouch;
      if (event.source === shown.contentWindow && event.origin === address.origin && height > 0 && height < 1e4) {
        shown.style.height = Math.ceil(height) + 'px';
      }
    });
    return shown;
  }

  function dialog() {
    var made = element('dialog', {
      width: 'min(41rem, 100vw - 1rem)', maxWidth: 'none', maxHeight: 'calc(100vh - 1rem)', boxSizing: 'border-box', padding: '0',
      border: '1px solid', borderRadius: '6px', overflow: 'auto'
    });
    made.setAttribute('aria-label', label);
    made.lang = words[language] ? language : 'en';
    var bar = element('div', {
      display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', alignItems: 'center', gap: '0 1rem', padding: '.25rem .75rem',
      font: '1rem/1.5 system-ui, sans-serif'
    });
    var close = element('button', { font: 'inherit', minHeight: '2.75rem', padding: '0 1rem', cursor: 'pointer' }, spoken[1]);
    close.type = 'button';
    close.onclick = function () { made.close(); };
    var apart = element('a', { padding: '.625rem 0' }, spoken[2]);
    apart.href = address.href;
    apart.target = '_blank';
    apart.rel = 'noopener noreferrer';
    bar.append(close, apart);
    made.append(bar, frame());
    document.body.append(made);
    return made;
  }

  if (wish.show === 'inline') {
    script.after(frame());
    return;
  }
  var own = wish.button && document.querySelector(wish.button);
  var button = own || element('button', { font: 'inherit', minHeight: '2.75rem', padding: '0 1rem', cursor: 'pointer' }, label);
  if (!own) {
    button.type = 'button';
    script.after(button);
  }
  button.setAttribute('aria-haspopup', 'dialog');
  var opened;
  button.addEventListener('click', function () {
    opened = opened || dialog();
    opened.showModal();
  });
})();
