import {
  circle,
  cloud,
  ellipse,
  flag,
  path,
  person,
  picture,
  rect,
  repeat,
  seededRandom,
  star,
  tree,
  windows,
} from './shapes.mjs';

const DAY_SKY = ['#8ecae6', '#e8f6fb'];

/** The seat of a local authority, with its flag. */
export function districtOffice() {
  return picture(
    { sky: DAY_SKY },
    cloud(260, 150, 1.3),
    cloud(1300, 180, 1.5),
    rect(0, 660, 1600, 240, '#c9d6c2'),
    path('M620 900 L720 690 H880 L980 900 z', '#e7e2d8'),
    tree(140, 680, 260),
    tree(1470, 680, 280),
    rect(260, 330, 1080, 360, '#f4e3b8'),
    rect(240, 300, 1120, 40, '#b5563c'),
    rect(620, 250, 360, 440, '#f9edcd'),
    path('M590 252 L800 150 L1010 252 z', '#b5563c'),
    star(800, 214, 30, '#ffd23f'),
    windows(300, 380, 4, 78, [54, 90]),
    windows(300, 520, 4, 78, [54, 90]),
    windows(1006, 380, 4, 78, [54, 90]),
    windows(1006, 520, 4, 78, [54, 90]),
    windows(660, 300, 4, 74, [54, 90]),
    repeat(5, (index) => rect(640 + index * 74, 430, 22, 260, '#ffffff')),
    rect(700, 500, 200, 190, '#6b4a34'),
    rect(797, 500, 6, 190, '#4c3424'),
    rect(620, 676, 360, 14, '#d8cba6'),
    rect(600, 690, 400, 14, '#c7b890'),
    flag(470, 700, 470),
    repeat(14, (index) => circle(60 + index * 40, 742 + (index % 2) * 8, 26, index % 3 ? '#5c9c62' : '#6fae6c')),
    repeat(14, (index) => circle(1020 + index * 40, 742 + (index % 2) * 8, 26, index % 3 ? '#5c9c62' : '#6fae6c')),
    person(560, 820, 120, { shirt: '#ffffff' }),
    person(1060, 840, 130, { shirt: '#d96c75', trousers: '#44364a' }),
  );
}

/** A school yard with flame trees. */
export function school() {
  const pupils = ['#ffffff', '#f4f7fb', '#ffffff', '#eef3f8', '#ffffff'];
  return picture(
    { sky: DAY_SKY },
    cloud(420, 120, 1.2),
    cloud(1080, 150, 1.5),
    rect(0, 680, 1600, 220, '#e3cfa8'),
    rect(180, 280, 1240, 400, '#fbe9c0'),
    rect(160, 250, 1280, 40, '#a4493d'),
    rect(180, 470, 1240, 18, '#d9b77d'),
    windows(230, 330, 12, 98, [66, 96]),
    repeat(
      6,
      (index) => rect(236 + index * 204, 530, 84, 150, '#3f7cac') + rect(276 + index * 204, 530, 4, 150, '#2c5d85'),
    ),
    repeat(6, (index) => rect(346 + index * 204, 540, 66, 80, '#9fd0e6')),
    flag(800, 720, 300),
    tree(90, 720, 380, '#e4572e', '#c8432a'),
    tree(1500, 720, 400, '#e4572e', '#c8432a'),
    repeat(40, (index) => circle((index * 193) % 1600, 712 + ((index * 67) % 170), 5, '#e4572e')),
    pupils
      .map((shirt, index) => person(380 + index * 90, 830 + (index % 2) * 24, 130, { shirt, trousers: '#27406b' }))
      .join(''),
    pupils
      .map((shirt, index) => person(900 + index * 92, 824 + (index % 2) * 30, 126, { shirt, trousers: '#27406b' }))
      .join(''),
  );
}

/** A country market under awnings. */
export function market() {
  const random = seededRandom(31);
  const awning = (x, colours) =>
    repeat(8, (index) => path(`M${x + index * 45} 330 h45 l6 96 q-26 26 -51 0 z`, colours[index % 2])) +
    rect(x - 6, 316, 372, 18, '#8a6a48');
  const fruit = ['#f94144', '#f9c74f', '#90be6d', '#f3722c', '#d14d72'];
  const stall = (x, colours, seller) =>
    rect(x + 4, 330, 12, 420, '#8a6a48') +
    rect(x + 344, 330, 12, 420, '#8a6a48') +
    person(x + 180, 690, 240, seller) +
    awning(x, colours) +
    path(`M${x - 4} 600 h368 l-16 170 h-336 z`, '#b98454') +
    repeat(4, (row) =>
      repeat(12, (index) =>
        circle(
          x + 24 + index * 28 + row * 3,
          604 - row * 17 + random() * 6,
          17,
          fruit[(index + row + Math.floor(x / 100)) % 5],
        ),
      ),
    );
  return picture(
    { sky: ['#bfe3ef', '#fdf6e3'] },
    cloud(240, 110, 1.2),
    cloud(1250, 130, 1.4),
    repeat(7, (index) =>
      rect(index * 240 - 30, 220 + (index % 3) * 30, 210, 500, ['#f2d7a6', '#e9c3a1', '#d9dfc2'][index % 3]),
    ),
    repeat(7, (index) => path(`M${index * 240 - 46} ${222 + (index % 3) * 30} l122 -70 l120 70 z`, '#a65a45')),
    rect(0, 720, 1600, 180, '#d7c4a3'),
    stall(90, ['#e63946', '#fff4e6'], { shirt: '#6d597a', hat: true }),
    stall(620, ['#2a9d8f', '#fff4e6'], { shirt: '#c8553d', hat: true }),
    stall(1150, ['#f4a261', '#fff4e6'], { shirt: '#457b9d', hat: true }),
    person(540, 860, 270, { shirt: '#f0b7a4', trousers: '#44364a' }),
    person(1070, 850, 260, { shirt: '#7fb069' }),
    ellipse(330, 850, 120, 30, '#a77748'),
    repeat(9, (index) => circle(250 + index * 20, 836 - (index % 2) * 12, 17, fruit[index % 5])),
  );
}
