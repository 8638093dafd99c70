// Sends changes with the proof that they come from this page, keeps counters in step, copies the
// secret. Pages are read without it.
(() => {
  'use strict';
  const find = (what, within = document) => within.querySelector(what);
  const say = (text) => { find('#said').textContent = text; };
  const LONGEST_LINK = 4000;
  const AGAIN = 'What you have entered stays here:';
  let sending = false;
  // Whether the session may be another one by now.
  let doubted = false;

  document.addEventListener('submit', (event) => {
    // Whoever leaves now would not see the answer, which may be a secret.
    if (sending) { event.preventDefault(); return; }
    const { target: form, submitter: by } = event;
    const method = by?.getAttribute('formmethod') ?? form.getAttribute('method') ?? 'get';
    const fields = new URLSearchParams(new FormData(form, by));
    if (method !== 'post') {
      // Servers in between cut long links off.
      if (form.getAttribute('method') !== 'post' || String(fields).length < LONGEST_LINK) return;
      fields.append('look', '');
    }
    event.preventDefault();
    send(form, fields);
  });

  async function send(form, fields) {
    sending = true;
    form.setAttribute('aria-busy', 'true');
    say('');
    try {
      const answer = await fetch(form.getAttribute('action'), {
        method: 'POST',
        body: fields,
        headers: await proof(),
        redirect: 'manual',
      });
      const text = await answer.text();
      doubted = false;
      if (!show(answer, text)) complain(answer, text);
    } catch {
      say('The server cannot be reached. Check the connection, and look at your tokens in another tab before you try again.');
    } finally {
      sending = false;
      form.removeAttribute('aria-busy');
    }
  }

  // It is one session's: whoever has signed in again meanwhile, as the same user, needs another.
  async function proof() {
    const known = find('meta[name=csrf-token]');
    if (!known) return {};
    if (doubted) {
      const answer = await fetch(location.pathname, { redirect: 'manual' });
      const fresh = read(answer, await answer.text());
      const user = (page) => find('main', page).dataset.tokens;
      if (fresh && user(fresh) === user(document)) {
        known.content = find('meta[name=csrf-token]', fresh)?.content ?? '';
      }
    }
    return { 'x-csrf-token': known.content };
  }

  // Nothing but a page of ours: what a proxy or a sign-in page answers is not shown in its place.
  function read(answer, text) {
    if (!answer.headers.get('content-type')?.startsWith('text/html')) return null;
    const page = new DOMParser().parseFromString(text, 'text/html');
    return find('main[data-tokens]', page) && page;
  }

  // The address stays as it is, so that a reload shows the page anew, and no secret.
  function show(answer, text) {
    const page = read(answer, text);
    if (!page) return false;
    const main = find('main', page);
    const start = find('[autofocus]', main) ?? find('h1', main);
    start.removeAttribute('autofocus');
    find('main').replaceWith(document.adoptNode(main));
    document.title = page.title;
    ready();
    start.focus();
    if (start.matches('h1, .notice')) window.scrollTo(0, 0);
    return true;
  }

  // A refusal is a problem of RFC 9457, or what the application or a proxy makes of one.
  function complain({ status, type }, text) {
    let title = `The server has answered ${status}`;
    try { title = JSON.parse(text).title ?? title; } catch { /* no JSON */ }
    if (type === 'opaqueredirect') title = 'The server wants you to go elsewhere first';
    if (type === 'opaqueredirect' || status === 401 || status === 403) {
      doubted = true;
      say(`${title}. Nothing was changed. If your session has ended, sign in again in another tab. ${AGAIN} send it then.`);
    } else if (status < 500) {
      say(`${title}. Nothing was changed. ${AGAIN} correct it, or reload the page to see how things are.`);
    } else {
      say(`${title}. Whether anything was changed is not known. ${AGAIN} look at your tokens in another tab before you send it again.`);
    }
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
