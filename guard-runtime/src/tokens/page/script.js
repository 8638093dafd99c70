// Sends changes, keeps counters in step, copies the secret. Pages are read without it.
const OURS = 'tokens';
const LONGEST_LINK = 4000;
const AGAIN = 'What you have entered stays here:';

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
  once(form, () => send(form.getAttribute('action'), fields), 'The server cannot be reached. Check the connection, and look at your tokens in another tab before you try again.');
});

async function send(action, body) {
  const headers = await proof(location.pathname);
  const answer = await fetch(action, { method: 'POST', body, headers, redirect: 'manual' });
  const text = await answer.text();
  const page = read(answer, text);
  if (page) replace(page); else complain(answer, text);
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
  write(find('[data-total]'), document.querySelectorAll('main input[type=checkbox]:checked').length);
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
