/** Building blocks of the drawn sample pictures: every function returns a string of SVG elements, lengths in pixels. */

/** A repeatable source of numbers in [0, 1), so that the pictures come out the same at every run (mulberry32). */
export function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** `count` values of `make(index)` joined into one string. */
export const repeat = (count, make) => Array.from({ length: count }, (_, index) => make(index)).join('');

export const rect = (x, y, width, height, fill, more = '') =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`;

export const circle = (x, y, radius, fill, more = '') =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}" ${more}/>`;

export const ellipse = (x, y, rx, ry, fill, more = '') =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`;

export const path = (d, fill, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`;

export const line = (d, stroke, width, more = '') =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" ${more}/>`;

/** A vertical gradient from `top` to `bottom`, used as `url(#id)`. */
export const gradient = (id, top, bottom) =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient>`;

/** A whole picture of 1600 × 900 (or the given size) over a background gradient named `sky`. */
export function picture({ width = 1600, height = 900, sky, defs = '' }, ...parts) {
  const background = gradient('sky', sky[0], sky[1]);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<defs>${background}${defs}</defs>${rect(0, 0, width, height, 'url(#sky)')}${parts.join('')}</svg>`
  );
}

export const cloud = (x, y, scale = 1, fill = '#ffffff') =>
  `<g transform="translate(${x} ${y}) scale(${scale})" opacity="0.85">` +
  `${ellipse(0, 0, 90, 26, fill)}${ellipse(-34, -18, 44, 30, fill)}${ellipse(26, -26, 56, 38, fill)}</g>`;

/** A five-pointed star with its centre at (x, y). */
export function star(x, y, radius, fill) {
  const points = Array.from({ length: 10 }, (_, index) => {
    const reach = index % 2 === 0 ? radius : radius * 0.382;
    const angle = -Math.PI / 2 + (index * Math.PI) / 5;
    return `${(x + reach * Math.cos(angle)).toFixed(1)},${(y + reach * Math.sin(angle)).toFixed(1)}`;
  });
  return `<polygon points="${points.join(' ')}" fill="${fill}"/>`;
}

/** The national flag on a pole whose foot is at (x, y). */
export const flag = (x, y, height) =>
  rect(x - 3, y - height, 6, height, '#8a8f98') +
  path(`M${x + 3} ${y - height} q45 -14 80 0 t80 0 v96 q-45 14 -80 0 t-80 0 z`, '#d7263d') +
  star(x + 82, y - height + 46, 28, '#ffd23f');

/** A coconut palm with its foot at (x, y). */
export function palm(x, y, height, lean = 24, leaf = '#2f7d4f') {
  const topX = x + lean;
  const topY = y - height;
  const reach = height * 0.42;
  const leaves = [-170, -140, -105, -72, -40, -8, 18].map((degrees) => {
    const angle = (degrees * Math.PI) / 180;
    const endX = topX + reach * Math.cos(angle);
    const endY = topY + reach * Math.sin(angle) * 0.72 + reach * 0.3;
    const bendX = topX + reach * 0.55 * Math.cos(angle);
    const bendY = topY + reach * 0.75 * Math.sin(angle) - reach * 0.12;
    return path(
      `M${topX} ${topY} Q${bendX.toFixed(0)} ${bendY.toFixed(0)} ${endX.toFixed(0)} ${endY.toFixed(0)} Q${bendX.toFixed(0)} ${(bendY + reach * 0.24).toFixed(0)} ${topX} ${topY + 8} z`,
      leaf,
    );
  });
  return (
    line(`M${x} ${y} Q${x + lean * 0.2} ${y - height * 0.6} ${topX} ${topY}`, '#7a5a3a', Math.max(8, height * 0.045)) +
    leaves.join('') +
    circle(topX - 8, topY + 12, height * 0.03, '#b5803c') +
    circle(topX + 10, topY + 14, height * 0.03, '#9c6b2f')
  );
}

export const tree = (x, y, size, leaf = '#3c8d5a', shade = '#2f7a4b') =>
  rect(x - size * 0.06, y - size * 0.5, size * 0.12, size * 0.5, '#7a5a3a') +
  circle(x, y - size * 0.72, size * 0.34, leaf) +
  circle(x - size * 0.24, y - size * 0.56, size * 0.24, shade) +
  circle(x + size * 0.25, y - size * 0.58, size * 0.25, leaf);

/** A standing person; `hat` is a conical leaf hat (nón lá). */
export function person(x, y, height, { shirt = '#2f6f9f', trousers = '#2d3648', hair = '#2a2226', hat = false } = {}) {
  const unit = height / 10;
  const head = circle(x, y - unit * 8.9, unit * 1.05, '#f0c39a');
  const top = hat
    ? path(
        `M${x - unit * 2.3} ${y - unit * 8.9} L${x} ${y - unit * 11} L${x + unit * 2.3} ${y - unit * 8.9} z`,
        '#ead9a7',
      )
    : path(`M${x - unit * 1.1} ${y - unit * 8.9} a${unit * 1.1} ${unit * 1.2} 0 0 1 ${unit * 2.2} 0 z`, hair);
  return (
    rect(x - unit * 0.95, y - unit * 4, unit * 0.8, unit * 4, trousers) +
    rect(x + unit * 0.15, y - unit * 4, unit * 0.8, unit * 4, trousers) +
    rect(x - unit * 1.3, y - unit * 7.8, unit * 2.6, unit * 4.2, shirt, `rx="${unit * 0.7}"`) +
    rect(x - unit * 1.9, y - unit * 7.5, unit * 0.7, unit * 3.4, shirt, `rx="${unit * 0.3}"`) +
    rect(x + unit * 1.2, y - unit * 7.5, unit * 0.7, unit * 3.4, shirt, `rx="${unit * 0.3}"`) +
    head +
    top
  );
}

/** A row of windows; each is `size` = [width, height], `step` apart. */
export const windows = (x, y, count, step, [width, height], glass = '#9fd0e6') =>
  repeat(
    count,
    (index) =>
      rect(x + index * step, y, width, height, '#ffffff') +
      rect(x + index * step + 5, y + 5, width - 10, height - 10, glass) +
      rect(x + index * step + width / 2 - 2, y, 4, height, '#ffffff'),
  );
