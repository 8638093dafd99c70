// Sends changes with the proof that they come from this page, and chooses rows. Pages are read without it.
(() => {
  'use strict';
  const find = (what, within = document) => within.querySelector(what);
  const all = (what) => [...document.querySelectorAll(what)];
  const say = (text) => { find('#said').textContent = text; };
  let sending = false;
  // Whether the session may be another one by now.
  let doubted = false;

  document.addEventListener('submit', (event) => {
    const { target: form, submitter: by } = event;
    const method = by?.getAttribute('formmethod') ?? form.getAttribute('method') ?? 'get';
    if (method !== 'post' || 'plain' in form.dataset) return;
    event.preventDefault();
    if (sending) return;
    const action = by?.getAttribute('formaction') ?? form.getAttribute('action');
    send(form, action, new URLSearchParams(new FormData(form, by)));
  });

  async function send(form, action, fields) {
    sending = true;
    form.setAttribute('aria-busy', 'true');
    say('');
    try {
      const answer = await fetch(action, { method: 'POST', body: fields, headers: await proof() });
      if (answer.redirected && answer.ok) { location.assign(answer.url); return; }
      show(form, answer, await answer.text());
    } catch {
      say('The server cannot be reached. What you have entered stays here: check the connection, and look whether anything was changed before you try again.');
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
      const answer = await fetch(location.href, { redirect: 'manual' });
      const fresh = read(answer, await answer.text());
      const user = (page) => find('main', page).dataset.user;
      if (fresh && user(fresh) === user(document)) {
        known.content = find('meta[name=csrf-token]', fresh)?.content ?? '';
        doubted = false;
      }
    }
    return { 'x-csrf-token': known.content };
  }

  // Nothing but a page of ours: what a proxy answers is not shown in its place.
  function read(answer, text) {
    if (!answer.headers.get('content-type')?.startsWith('text/html')) return null;
    const page = new DOMParser().parseFromString(text, 'text/html');
    return find('main[data-user]', page) && page;
  }

  // The address stays as it is. What was entered is not taken away by a refusal.
  function show(form, answer, text) {
    const page = read(answer, text);
    const refusal = page && find('.refusal', page);
    if (answer.status === 401 || answer.status === 403) doubted = true;
    if (!page || answer.status === 401 || (refusal && 'keep' in form.dataset)) {
      complain(answer, page);
      return;
    }
    const main = find('main', page);
    const start = find('[autofocus]', main) ?? find('h1', main);
    start.removeAttribute('autofocus');
    find('main').replaceWith(document.adoptNode(main));
    document.title = page.title;
    ready();
    start.focus();
    if (start.matches('h1, .notice')) window.scrollTo(0, 0);
  }

  function complain({ status }, page) {
    const title = (page && find('h1', page)?.textContent) || `The server has answered ${status}`;
    const missing = page ? [...page.querySelectorAll('.names code')].map((it) => it.textContent) : [];
    const names = missing.length ? ` What it takes: ${[...new Set(missing)].join(', ')}.` : '';
    if (status === 401) {
      say(`${title}. Nothing was changed. What you have entered stays here: sign in again in another tab, and send it then.`);
    } else if (status < 500) {
      say(`${title}.${names} Nothing was changed.`);
    } else {
      say(`${title}. Whether anything was changed is not known: look in another tab before you send it again.`);
    }
  }

  // Rows and what is done with those that are chosen.
  const boxes = () => all('input[form=bulk][name=key]');

  function count() {
    const rows = boxes();
    const chosen = rows.filter((it) => it.checked).length;
    const counter = find('[data-chosen]');
    if (counter && counter.textContent !== String(chosen)) counter.textContent = chosen;
    const every = find('[data-all]');
    if (every) {
      every.checked = rows.length > 0 && chosen === rows.length;
      every.indeterminate = chosen > 0 && chosen < rows.length;
    }
  }

  document.addEventListener('change', (event) => {
    if (event.target.matches('[data-all]')) {
      for (const box of boxes()) box.checked = event.target.checked;
    }
    count();
  });

  function ready() {
    const every = find('[data-all]');
    if (every) every.hidden = false;
    count();
  }

  // What was done is said once: a reload does not repeat it.
  const here = new URL(location.href);
  if (here.searchParams.has('said')) {
    const rest = here.search.slice(1).split('&').filter((it) => !it.startsWith('said='));
    history.replaceState(null, '', here.pathname + (rest.length ? `?${rest.join('&')}` : ''));
  }
  addEventListener('pageshow', ready);
})();
