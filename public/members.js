// The smallest page of the script: /members.html?rate=articles/some-slug
import { signIn, signOut, stars } from './gazette.js';

const [form, who, out, place] = ['sign-in', 'who', 'sign-out', 'stars'].map((id) => document.getElementById(id));
const rate = new URLSearchParams(location.search).get('rate');

const tell = (error) => (who.textContent = error.message);

addEventListener('gazette-session', ({ detail: { authenticated, user } }) => {
  form.hidden = authenticated;
  out.hidden = !authenticated;
  who.textContent = authenticated ? `Xin chào ${user.username}.` : 'Bạn chưa đăng nhập.';
});
form.onsubmit = (event) => {
  event.preventDefault();
  signIn(form.identifier.value, form.password.value).catch(tell);
};
out.onclick = () => signOut().catch(tell);
if (rate) {
  place.dataset.rate = rate;
  stars(place);
}
