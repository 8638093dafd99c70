// What the scripts of all pages begin with: sending a change with the proof that it comes from this page, and
// showing the answer. Each goes on within the same function, and says with `OURS` what marks its pages.
'use strict';
const find = (what, within = document) => within.querySelector(what);
const say = (text) => { find('#said').textContent = text; };
let sending = false;
// Whether the session may be another one by now.
let doubted = false;

// One change at a time; whoever gets no answer to it is told so.
async function once(form, change, unanswered) {
  sending = true;
  form.setAttribute('aria-busy', 'true');
  say('');
  try {
    await change();
  } catch {
    say(unanswered);
  } finally {
    sending = false;
    form.removeAttribute('aria-busy');
  }
}

// It is one session's: whoever has signed in again meanwhile, as the same user, needs another.
async function proof(place) {
  const known = find('meta[name=csrf-token]');
  if (!known) return {};
  if (doubted) {
    const answer = await fetch(place, { redirect: 'manual' });
    const fresh = read(answer, await answer.text());
    const user = (page) => find('main', page).dataset[OURS];
    if (fresh && user(fresh) === user(document)) {
      known.content = find('meta[name=csrf-token]', fresh)?.content ?? '';
      doubted = false;
    }
  }
  return { 'x-csrf-token': known.content };
}

// Nothing but a page of ours: what a proxy or a sign-in page answers is not shown in its place.
function read(answer, text) {
  if (!answer.headers.get('content-type')?.startsWith('text/html')) return null;
  const page = new DOMParser().parseFromString(text, 'text/html');
  return find(`main[data-${OURS}]`, page) && page;
}

// The address stays as it is, so that a reload shows the page anew, and no secret.
function replace(page) {
  const main = find('main', page);
  const start = find('[autofocus]', main) ?? find('h1', main);
  start.removeAttribute('autofocus');
  find('main').replaceWith(document.adoptNode(main));
  document.title = page.title;
  ready();
  start.focus();
  if (start.matches('h1, .notice')) window.scrollTo(0, 0);
}

// What is written is read out, so only what has changed.
function write(into, number) {
  if (into && into.textContent !== String(number)) into.textContent = number;
}

