// Stars: <div data-rate="articles/some-slug"></div>. Radio buttons, so keyboards and screen readers know them.
// The same address with the same query: modules are one by address.
const { ask, say } = await import(`./gazette-session.js${new URL(import.meta.url).search}`);

const fill = (place) => {
  const path = `/ratings/${place.dataset.rate}`;
  place.innerHTML = `<fieldset><legend>${say('Đánh giá', 'Your rating')}</legend>${[1, 2, 3, 4, 5]
    .map((n) => `<label><input type="radio" name="${path}" value="${n}"> ${n} ★</label>`)
    .join(' ')}</fieldset><output></output>`;
  const [set, output] = place.children;
  const show = ({ data }) => {
    const mine = data.mine?.score ?? data.mine;
    if (mine) set.elements[mine - 1].checked = true;
    const { average, count } = data.summary ?? data;
    if (count >= 0)
      output.textContent = say(`${average ?? '–'}/5, ${count} lượt`, `${average ?? '–'}/5, ${count} votes`);
  };
  const fail = (error) => (output.textContent = error.message);
  let timer;
  // Arrow keys pass the stars between; only the one that they stop at is a vote.
  set.onchange = ({ target }) => {
    clearTimeout(timer);
    timer = setTimeout(() => ask(`${path}/mine`, 'PUT', { score: +target.value }).then(show, fail), 500);
  };
  ask(path).then(show, fail);
  ask(`${path}/mine`).then(show, fail);
};
document.querySelectorAll('[data-rate]').forEach(fill);
