// Sends changes, and chooses rows. Pages are read without it.
const OURS = 'user';
// Also a refusal is a page, which says why.
const PAGE = { accept: 'text/html' };
const all = (what) => [...document.querySelectorAll(what)];

document.addEventListener('submit', (event) => {
  const { target: form, submitter: by } = event;
  const method = by?.getAttribute('formmethod') ?? form.getAttribute('method') ?? 'get';
  if (method !== 'post' || 'plain' in form.dataset) return;
  event.preventDefault();
  if (sending) return;
  const action = by?.getAttribute('formaction') ?? form.getAttribute('action');
  const body = new URLSearchParams(new FormData(form, by));
  once(form, () => send(form, action, body), 'The server cannot be reached. What you have entered stays here: check the connection, and look whether anything was changed before you try again.');
});

async function send(form, action, body) {
  if (find('.viewing') && !form.closest('.top, .viewing') && await isOver()) return;
  const headers = { ...PAGE, ...await proof(location.href) };
  const answer = await fetch(action, { method: 'POST', body, headers });
  if (answer.redirected && answer.ok) location.assign(answer.url);
  else show(form, answer, await answer.text());
}

// A page that was drawn for somebody else does nothing as oneself before it has said so.
async function isOver() {
  const answer = await fetch(location.href, { headers: PAGE });
  const page = read(answer, await answer.text());
  if (!page) {
    complain(answer, page);
    return true;
  }
  const user = find('main', page).dataset[OURS];
  if (user === find('main').dataset[OURS]) return false;
  find('main').dataset[OURS] = user;
  find('meta[name=csrf-token]').content = find('meta[name=csrf-token]', page)?.content ?? '';
  for (const part of ['.top', '.viewing', '.menu', '.side']) find(part)?.replaceWith(find(part, page) ?? '');
  say('You do not see the site as somebody else any more. Nothing was changed. What you have entered stays here: send it again to do it as yourself.');
  return true;
}

// What was entered is not taken away by a refusal.
function show(form, answer, text) {
  const page = read(answer, text);
  const refusal = page && find('.refusal', page);
  if (answer.status === 401 || answer.status === 403) doubted = true;
  if (!page || answer.status === 401 || (refusal && 'keep' in form.dataset)) {
    complain(answer, page);
    return;
  }
  replace(page);
}

function complain({ status }, page) {
  const title = (page && find('h1', page)?.textContent) || `The server has answered ${status}`;
  const missing = page ? [...page.querySelectorAll('.missing li')] : [];
  const names = missing.map((it) => ` ${find('.need', it)?.textContent ?? `It takes ${it.textContent}.`}`).join('');
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
  write(find('[data-chosen]'), chosen);
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
