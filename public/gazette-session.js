// A member's session in a page: sign-in, countdown, requests as the member. How to use it: docs/read.md.
const api = new URL(import.meta.url).searchParams.get('api') || '/api';
const locks = navigator.locks || { request: (_, run) => run() };
let token, end, warn, acted, sent;

/** A text in the page's language. */
export const say = (vi, en) => (/^(vi|$)/.test(document.documentElement.lang) ? vi : en);

const call = async (path, method, body, headers) => {
  const type = body && { 'Content-Type': 'application/json' };
  const send = { method, credentials: 'include', headers: { ...type, ...headers }, body: body && JSON.stringify(body) };
  const answer = await fetch(api + path, send);
  const json = await answer.json();
  if (!answer.ok) throw json.error;
  return json;
};
const issue = async (path, body) => {
  token = (await call(path, 'POST', body, { 'X-Strapi-Refresh-Cookie': 'httpOnly' })).jwt;
};
// Tabs share the cookie, and a refresh token works once.
const renew = () => locks.request('gazette', () => issue('/auth/refresh', {}));

/** Asks the API, as the member where one is signed in. */
export const ask = async (path, method, body, again) => {
  try {
    return await call(path, method, body, token && { Authorization: `Bearer ${token}` });
  } catch (error) {
    if (error.status !== 401 || !token || again) throw error;
    await renew().catch(look);
    return ask(path, method, body, true);
  }
};

const take = async ({ data }) => {
  end = data.remainingSeconds === null ? 0 : Date.now() + data.remainingSeconds * 1000;
  warn = data.warnBeforeSeconds * 1000;
  if (!data.authenticated) token = '';
  else if (!token) await renew();
  dispatchEvent(new CustomEvent('gazette-session', { detail: data }));
};
const look = async () => take(await call('/auth/session'));
const extend = () => {
  acted = false;
  sent = Date.now();
  return call('/auth/session/keep-alive', 'POST').then(take, look);
};

export const signIn = (identifier, password) => issue('/auth/local', { identifier, password }).then(look);
export const signOut = () => call('/auth/session', 'DELETE').then(take);

const box = document.createElement('dialog');
box.innerHTML = `<p role="timer"></p><button>${say('Tiếp tục', 'Stay signed in')}</button>`;
document.body.append(box);
box.oncancel = box.lastChild.onclick = extend;
for (const name of ['pointerdown', 'keydown', 'wheel']) addEventListener(name, () => (acted = !box.open));

setInterval(async () => {
  const left = () => Math.ceil((end - Date.now()) / 1000);
  const isNear = () => end && end - Date.now() < warn;
  if (end && acted && (isNear() || Date.now() - sent > 30000)) await extend();
  if (isNear() && (!box.open || left() % 5 < 1)) await look();
  if (!isNear()) box.close();
  else if (!box.open) box.showModal();
  box.firstChild.textContent = say(`Còn ${left()} giây sẽ đăng xuất.`, `Signing out in ${left()} seconds.`);
}, 1000);
look();
