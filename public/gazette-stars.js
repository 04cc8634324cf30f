// Stars: <div data-rate="articles/some-slug"></div>. Radio buttons, so keyboards and screen readers know them.
// The same query as this file was asked for with: a module is one by its whole address.
const { ask, say } = await import(`./gazette-session.js${new URL(import.meta.url).search}`);

/** Makes a place added later, `<div data-rate=…>`, one for votes. */
export const fill = (place) => {
  const path = `/ratings/${place.dataset.rate}/mine`;
  place.innerHTML = `<fieldset><legend>${say('Đánh giá của bạn', 'Your rating')}</legend>${[1, 2, 3, 4, 5]
    .map((n) => `<label><input type="radio" value="${n}"> ${n} ★</label>`)
    .join(' ')}</fieldset><output></output>`;
  const [set, output] = place.children;
  const stars = [...set.querySelectorAll('input')];
  // Never within the markup: a page may take the address from its own, which anybody can write.
  stars.forEach((star) => (star.name = place.dataset.rate));
  const show = ({ data: { average, count, mine } }) => {
    stars.forEach((star) => (star.checked = +star.value === mine));
    output.textContent = say(`${average ?? '–'}/5 (${count} lượt)`, `${average ?? '–'}/5 (${count} votes)`);
  };
  const fail = (error) => (output.textContent = error.message);
  let timer;
  // Arrow keys pass the stars between; only the one that they stop at is a vote.
  set.onchange = ({ target }) => {
    clearTimeout(timer);
    timer = setTimeout(() => ask(path, 'PUT', { score: +target.value }).then(show, fail), 500);
  };
  ask(path).then(show, fail);
  // Who signs in or out votes as somebody else.
  addEventListener('gazette-session', ({ detail }) => {
    if (place.isConnected && place.who !== detail.user?.id) ask(path).then(show, fail);
    place.who = detail.user?.id;
  });
};
document.querySelectorAll('[data-rate]').forEach(fill);
