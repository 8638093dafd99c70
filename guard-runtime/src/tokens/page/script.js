// Sends changes with the proof that they come from this page, keeps counters in step, copies the
// secret. Pages are read without it.
(() => {
  'use strict';
  const find = (what, within = document) => within.querySelector(what);
  const say = (text) => { find('#said').textContent = text; };

  document.addEventListener('submit', (event) => {
    const { target: form, submitter: by } = event;
    const method = by?.getAttribute('formmethod') ?? form.getAttribute('method') ?? 'get';
    if (method !== 'post') return;
    event.preventDefault();
    if (form.getAttribute('aria-busy') !== 'true') send(form, by);
  });

  async function send(form, by) {
    form.setAttribute('aria-busy', 'true');
    say('');
    try {
      const proof = find('meta[name=csrf-token]')?.content;
      const answer = await fetch(form.getAttribute('action'), {
        method: 'POST',
        body: new URLSearchParams(new FormData(form, by)),
        headers: proof ? { 'x-csrf-token': proof } : {},
        redirect: 'error',
      });
      const text = await answer.text();
      const kind = answer.headers.get('content-type') ?? '';
      if (!(kind.startsWith('text/html') && show(text))) complain(answer.status, text);
    } catch {
      say('The server cannot be reached. Check the connection, and look at your tokens before you try again.');
    } finally {
      form.removeAttribute('aria-busy');
    }
  }

  // The address stays as it is, so that a reload shows the page anew, and no secret.
  function show(text) {
    const page = new DOMParser().parseFromString(text, 'text/html');
    const main = find('main', page);
    if (!main) return false;
    const start = find('[autofocus]', main) ?? find('h1', main);
    start.removeAttribute('autofocus');
    find('main').replaceWith(document.adoptNode(main));
    document.title = page.title;
    ready();
    start.focus();
    if (start.matches('h1')) window.scrollTo(0, 0);
    return true;
  }

  // A refusal is a problem of RFC 9457.
  function complain(status, text) {
    let title = `The server has answered ${status}`;
    try { title = JSON.parse(text).title ?? title; } catch { /* no JSON */ }
    say(`${title}. Nothing was changed: reload the page to see how things are.`);
  }

  function count() {
    for (const counter of document.querySelectorAll('[data-count]')) {
      const set = counter.closest('fieldset, details');
      write(counter, set.querySelectorAll('input[type=checkbox]:checked').length);
    }
    const total = find('[data-total]');
    if (total) write(total, document.querySelectorAll('main input[type=checkbox]:checked').length);
  }

  // What is written is read out, so only what has changed.
  function write(into, number) {
    if (into.textContent !== String(number)) into.textContent = number;
  }

  function ready() {
    count();
    for (const button of document.querySelectorAll('[data-copy]')) button.hidden = false;
  }

  document.addEventListener('change', count);

  document.addEventListener('click', (event) => {
    const preset = event.target.closest('[data-day]');
    if (preset) {
      event.preventDefault();
      find('#expires').value = preset.dataset.day;
      find('#expires').focus();
    } else if (event.target.closest('[data-copy]')) {
      copy(find('#secret'), find('#copied'));
    }
  });

  async function copy(secret, status) {
    try {
      await navigator.clipboard.writeText(secret.textContent);
      status.textContent = 'Copied.';
    } catch {
      getSelection().selectAllChildren(secret);
      status.textContent = 'It is selected: copy it with the keyboard.';
    }
  }

  // A page that is left keeps no secret for whoever goes back to it.
  addEventListener('pagehide', () => find('[data-secret]')?.remove());
  addEventListener('pageshow', ready);
})();
