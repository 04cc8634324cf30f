import { signIn, signOut } from '../gazette.js';
import { h, say } from './dom.js';

const form = () => h`<form class="sign-in">
  <label>${say('Tên đăng nhập hoặc email', 'Name or email')}<input name="identifier" autocomplete="username" required></label>
  <label>${say('Mật khẩu', 'Password')}<input name="password" type="password" autocomplete="current-password" required></label>
  <p role="alert"></p><button>${say('Đăng nhập', 'Sign in')}</button></form>`;

const refused = ({ status, message }) =>
  status === 400 || status === 401
    ? say('Tên hoặc mật khẩu không đúng.', 'The name or the password is wrong.')
    : status === 429
      ? say('Thử lại quá nhiều lần. Xin đợi một lát.', 'Too many attempts. Please wait a while.')
      : message;

/** @param session as the API tells it, or null before it has */
export const account = (session) => {
  const title = say('Tài khoản', 'Account');
  const greeting = h`<p>${say('Xin chào', 'Hello')} <b>${session?.user?.username}</b>.</p><p><button class="leave">${say('Đăng xuất', 'Sign out')}</button></p>`;
  return {
    title,
    content: h`<h1>${title}</h1>${session?.authenticated ? greeting : form()}`,
    ready(main) {
      const leave = main.querySelector('.leave');
      if (leave) leave.onclick = () => signOut();
      const sheet = main.querySelector('form');
      if (!sheet) return;
      sheet.onsubmit = async (event) => {
        event.preventDefault();
        const alert = sheet.querySelector('[role=alert]');
        const button = sheet.querySelector('button');
        alert.textContent = '';
        button.disabled = true;
        await signIn(sheet.elements.identifier.value, sheet.elements.password.value).catch(
          (error) => (alert.textContent = refused(error)),
        );
        button.disabled = false;
      };
    },
  };
};
