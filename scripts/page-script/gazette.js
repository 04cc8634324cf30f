// Members' sessions and votes by stars, for any page; how to use it: docs/read.md. `npm run page-script` writes it to public/.
const options = new URL(import.meta.url).searchParams;
const api = options.get('api') || '/api';
/** Where cookies cannot go, the refresh token is kept by the page. */
const tokens = options.has('tokens');
const locks = navigator.locks || { request: (_, run) => run() };
const storage = () => {
  try {
    return localStorage;
  } catch {
    // A browser that keeps nothing forgets who voted when the page is left.
    return {};
  }
};
const kept = storage();
/** The access token; when the session ends, and is warned of, in milliseconds; whether something was done, and when it was told. */
let jwt, end, warn, acted, sent;

/** A text in the page's language. */
export const say = (vi, en) => (/^(vi|$)/.test(document.documentElement.lang) ? vi : en);

const call = async (path, method, body, bearer) => {
  const headers = { 'Content-Type': 'application/json' };
  if (!tokens) headers['X-Strapi-Refresh-Cookie'] = 'httpOnly';
  if (bearer) headers.Authorization = `Bearer ${bearer}`;
  if (kept.voter) headers['X-Voter-Token'] = kept.voter;
  const credentials = tokens ? 'omit' : 'include';
  const answer = await fetch(api + path, { method, credentials, headers, body: body && JSON.stringify(body) });
  const json = await answer.json();
  if (!answer.ok) throw json.error;
  if (json.data?.voterToken) kept.voter = json.data.voterToken;
  return json;
};

const issue = async (path, body) => {
  const issued = await call(path, 'POST', body);
  jwt = issued.jwt;
  if (tokens) kept.refresh = issued.refreshToken;
};
// A refresh token works once, and tabs share it: they take turns.
const alone = (run) => locks.request('gazette', run);
const renew = () => alone(() => issue('/auth/refresh', { refreshToken: kept.refresh }));
const session = (path, method) =>
  alone(() => call(`/auth/session${path}`, method, undefined, tokens && kept.refresh)).then(take);

/** Asks the API, as the member where one is signed in. */
export const ask = async (path, method, body, again) => {
  try {
    return await call(path, method, body, jwt);
  } catch (error) {
    if (error.status !== 401 || again) throw error;
    if (error.details?.header === 'X-Voter-Token') delete kept.voter;
    else await renew().catch(look);
    return ask(path, method, body, true);
  }
};

const take = async ({ data }) => {
  // 0 is less than a second, and not yet the end.
  end = data.remainingSeconds === null ? null : Date.now() + data.remainingSeconds * 1000;
  warn = data.warnBeforeSeconds * 1000;
  if (!data.authenticated) jwt = '';
  else if (!jwt) await renew();
  dispatchEvent(new CustomEvent('gazette-session', { detail: data }));
};
const look = () => session('');
const extend = () => {
  acted = false;
  sent = Date.now();
  return session('/keep-alive', 'POST').catch(look);
};

export const signIn = (identifier, password) => issue('/auth/local', { identifier, password }).then(look);
export const signOut = () => session('', 'DELETE');

const box = document.createElement('dialog');
box.innerHTML = `<p role="timer"></p><button>${say('Tiếp tục', 'Stay signed in')}</button>`;
document.body.append(box);
box.oncancel = box.lastChild.onclick = extend;
for (const name of ['pointerdown', 'keydown', 'wheel']) addEventListener(name, () => (acted = !box.open));

setInterval(async () => {
  const left = () => Math.max(0, Math.ceil((end - Date.now()) / 1000));
  const isNear = () => end && end - Date.now() < warn;
  if (end && acted && (isNear() || Date.now() - sent > 30000)) await extend();
  if (isNear() && (!box.open || left() % 5 < 1)) await look();
  if (!isNear()) box.close();
  else if (!box.open) box.showModal();
  box.firstChild.textContent = say(`Còn ${left()} giây sẽ đăng xuất.`, `Signing out in ${left()} seconds.`);
}, 1000);
look();

/** Makes a place, `<div data-rate="articles/some-slug">`, one for votes. */
export const stars = (place) => {
  const path = `/ratings/${place.dataset.rate}/mine`;
  const choice = (n) => `<label><input type="radio" name="score" value="${n}"> ${n} ★</label>`;
  place.innerHTML = `<form><fieldset><legend>${say('Đánh giá của bạn', 'Your rating')}</legend>${[1, 2, 3, 4, 5]
    .map(choice)
    .join(' ')}</fieldset></form><output></output>`;
  const [form, output] = place.children;
  const show = ({ data: { average, count, mine } }) => {
    form.reset();
    form.score.value = mine;
    output.textContent = `${average ?? '–'}/5 (${count} ${say('lượt', 'votes')})`;
  };
  const send = (...vote) => ask(path, ...vote).then(show, (error) => (output.textContent = error.message));
  let timer, who;
  // Arrow keys pass the stars between; the one that they stop at is the vote.
  form.onchange = () => {
    clearTimeout(timer);
    timer = setTimeout(send, 500, 'PUT', { score: +form.score.value });
  };
  send();
  // Who signs in or out votes as somebody else.
  addEventListener('gazette-session', ({ detail }) => {
    if (place.isConnected && who !== detail.user?.id) send();
    who = detail.user?.id;
  });
};
document.querySelectorAll('[data-rate]').forEach(stars);
