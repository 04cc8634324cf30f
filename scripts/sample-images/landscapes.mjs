import {
  circle,
  cloud,
  ellipse,
  gradient,
  line,
  palm,
  path,
  person,
  picture,
  rect,
  repeat,
  seededRandom,
} from './shapes.mjs';

const DAY_SKY = ['#8ecae6', '#e8f6fb'];

const boat = (x, y, scale, hull = '#6b4226') =>
  `<g transform="translate(${x} ${y}) scale(${scale})">` +
  path('M-150 0 Q-120 44 -60 46 L70 46 Q130 44 160 -8 L120 6 L-120 8 z', hull) +
  path('M-70 6 L-60 -52 Q0 -78 62 -52 L72 6 z', '#c58b4e') +
  path('M-78 -46 Q0 -92 80 -46 L80 -38 Q0 -80 -78 -38 z', '#8b5a2b') +
  rect(-40, -34, 34, 26, '#f3dfb5') +
  rect(8, -34, 34, 26, '#f3dfb5') +
  '</g>';

/** A wide river at dusk with boats and palms. */
export function river() {
  const random = seededRandom(7);
  return picture(
    { sky: ['#f6a96c', '#fde7c2'], defs: gradient('water', '#e9a56b', '#5f8fa8') },
    circle(1180, 350, 92, '#fff1c9'),
    cloud(360, 170, 1.4, '#fff3e0'),
    cloud(820, 120, 1, '#fff3e0'),
    path('M0 430 Q260 380 520 418 T1040 405 T1600 420 V520 H0 z', '#5d7f5a'),
    repeat(34, (index) => circle(index * 49 + random() * 20, 430 + random() * 14, 20 + random() * 22, '#4c6f4e')),
    rect(0, 448, 1600, 452, 'url(#water)'),
    repeat(70, () => {
      const y = 470 + random() * 420;
      return rect(
        random() * 1600,
        y,
        40 + random() * 120,
        3 + (y - 460) / 120,
        '#ffffff',
        `opacity="${(0.1 + random() * 0.2).toFixed(2)}" rx="3"`,
      );
    }),
    repeat(9, (index) =>
      rect(1180 - 60 + random() * 40, 470 + index * 34, 90 - index * 4, 8, '#fff1c9', 'opacity="0.55" rx="4"'),
    ),
    boat(560, 560, 1),
    boat(1000, 500, 0.55, '#54402f'),
    boat(380, 720, 1.7),
    palm(1430, 900, 520, -60, '#2f5d43'),
    palm(1540, 900, 420, -20, '#275039'),
    path('M1220 900 Q1330 800 1600 790 V900 z', '#35573f'),
    repeat(10, (index) => path(`M${1240 + index * 38} 900 q-20 -90 10 -150 q16 70 6 150 z`, '#3f6b49')),
  );
}

/** Rice fields in perspective, with a farmer and a line of palms. */
export function riceFields() {
  const random = seededRandom(11);
  const shades = ['#8fc15a', '#a7cf62', '#7fb551', '#b6d66b', '#96c65c'];
  const plots = repeat(10, (index) => {
    const left = -1900 + index * 560;
    return path(
      `M${760 + index * 10} 430 L${810 + index * 10} 430 L${left + 520} 900 L${left} 900 z`,
      shades[index % 5],
    );
  });
  return picture(
    { sky: DAY_SKY },
    circle(300, 170, 70, '#ffe9a8'),
    cloud(620, 150, 1.3),
    cloud(1180, 120, 1.6),
    cloud(1420, 230, 0.9),
    path('M0 440 Q400 360 800 420 T1600 410 V500 H0 z', '#6da57a'),
    repeat(16, (index) => palm(40 + index * 104 + random() * 30, 442, 90 + random() * 60, 8 - random() * 20)),
    rect(0, 430, 1600, 470, '#9cc95f'),
    plots,
    repeat(12, (index) => {
      const y = 452 + index * index * 3.2;
      return line(`M0 ${y} Q800 ${y + 12} 1600 ${y}`, '#6f9f45', 1.5 + index * 0.5, 'opacity="0.6"');
    }),
    path('M785 430 L815 430 L960 900 L640 900 z', '#d9bf8c'),
    person(1080, 760, 230, { shirt: '#7b3f61', hat: true }),
    person(470, 690, 160, { shirt: '#33658a', hat: true }),
    repeat(46, () => {
      const x = random() * 1600;
      return x > 620 && x < 980
        ? ''
        : line(
            `M${x} 900 q${random() * 20 - 10} -40 ${random() * 40 - 20} -${(70 + random() * 60).toFixed(0)}`,
            '#d8b84a',
            5,
          );
    }),
  );
}

/** A cable-stayed bridge over a river in the morning. */
export function bridge() {
  const tower = (x) =>
    path(`M${x - 16} 640 L${x - 8} 150 H${x + 8} L${x + 16} 640 z`, '#e8ecef') +
    rect(x - 40, 630, 80, 130, '#b9c2c9') +
    repeat(11, (index) => {
      const reach = 60 + index * 34;
      const height = 400 - index * 22;
      return (
        line(`M${x} ${560 - height} L${x - reach} 560`, '#f5f7f8', 3) +
        line(`M${x} ${560 - height} L${x + reach} 560`, '#f5f7f8', 3)
      );
    });
  const random = seededRandom(23);
  return picture(
    { sky: ['#7fb7d8', '#f8ead2'], defs: gradient('water', '#8fc0cf', '#3f7d94') },
    cloud(300, 140, 1.5),
    cloud(980, 110, 1.1),
    path('M0 640 Q300 590 640 625 T1600 610 V700 H0 z', '#6e9b72'),
    repeat(26, (index) => circle(index * 64 + random() * 30, 630, 22 + random() * 20, '#5f8d66')),
    rect(0, 650, 1600, 250, 'url(#water)'),
    repeat(50, () =>
      rect(random() * 1600, 670 + random() * 220, 50 + random() * 90, 4, '#ffffff', 'opacity="0.22" rx="2"'),
    ),
    tower(480),
    tower(1120),
    path('M0 590 Q800 536 1600 590 V618 Q800 564 0 618 z', '#59636e'),
    line('M0 586 Q800 532 1600 586', '#f5f7f8', 6),
    repeat(6, (index) =>
      rect(
        130 + index * 250,
        548 - Math.sin(((130 + index * 250) / 1600) * Math.PI) * 10,
        62,
        26,
        ['#d7263d', '#ffd166', '#3a86a8'][index % 3],
        'rx="7"',
      ),
    ),
    boat(760, 800, 1.2),
    palm(80, 900, 330, 30),
    palm(1530, 900, 300, -34),
  );
}

/** A sluice gate that keeps salt water out of a canal. */
export function sluiceGate() {
  const random = seededRandom(43);
  return picture(
    { sky: ['#a3d0e4', '#f4f1e4'], defs: gradient('water', '#79aebb', '#3b7488') },
    circle(1340, 150, 64, '#ffe9a8'),
    cloud(420, 130, 1.4),
    path('M0 470 Q420 420 800 452 T1600 446 V560 H0 z', '#7fae77'),
    repeat(12, (index) => palm(30 + index * 140 + random() * 40, 470, 120 + random() * 60, 10)),
    rect(0, 520, 1600, 380, 'url(#water)'),
    repeat(60, () =>
      rect(random() * 1600, 640 + random() * 250, 40 + random() * 110, 4, '#ffffff', 'opacity="0.2" rx="2"'),
    ),
    rect(180, 470, 1240, 46, '#c3c7c4'),
    repeat(31, (index) => rect(186 + index * 41, 424, 6, 48, '#8d9693')),
    rect(180, 418, 1240, 8, '#8d9693'),
    repeat(
      5,
      (index) => rect(200 + index * 290, 300, 60, 390, '#d5d8d3') + rect(192 + index * 290, 282, 76, 24, '#aab1ac'),
    ),
    repeat(
      4,
      (index) =>
        rect(260 + index * 290, 540, 230, 110, '#3f6f8f') +
        repeat(4, (bar) => rect(260 + index * 290, 556 + bar * 24, 230, 5, '#2f566f')),
    ),
    repeat(
      4,
      (index) =>
        rect(300 + index * 290, 286, 150, 60, '#d98e3f', 'rx="6"') + rect(368 + index * 290, 346, 14, 194, '#6d7674'),
    ),
    repeat(4, (index) =>
      path(
        `M262 650 h226 l14 60 q-120 24 -254 0 z`,
        '#e9f4f6',
        `opacity="0.6" transform="translate(${index * 290} 0)"`,
      ),
    ),
    path('M0 560 L180 520 V900 H0 z', '#8a9a6b'),
    path('M1600 560 L1420 520 V900 H1600 z', '#8a9a6b'),
    person(700, 472, 110, { shirt: '#2a6f97' }),
    person(760, 472, 110, { shirt: '#f2cc8f' }),
  );
}

/** A concrete road through a hamlet, planted with flowers. */
export function ruralRoad() {
  const random = seededRandom(57);
  const house = (x, y, scale, wall, roof) =>
    `<g transform="translate(${x} ${y}) scale(${scale})">${rect(-120, -130, 240, 130, wall)}${path('M-150 -126 L0 -220 L150 -126 z', roof)}` +
    `${rect(-24, -90, 48, 90, '#6b4a34')}${rect(-96, -92, 46, 44, '#9fd0e6')}${rect(52, -92, 46, 44, '#9fd0e6')}</g>`;
  const side = (direction) =>
    repeat(26, (index) => {
      const depth = (index / 26) ** 2;
      const x = 800 + direction * (46 + depth * 560);
      const y = 452 + depth * 430;
      return (
        circle(x, y, 6 + depth * 26, '#4f9a57') +
        circle(
          x + random() * 8,
          y - 8 - depth * 12,
          4 + depth * 13,
          ['#f94144', '#f9c74f', '#f3722c', '#e07fb0'][index % 4],
        )
      );
    });
  return picture(
    { sky: DAY_SKY },
    cloud(300, 140, 1.4),
    cloud(1240, 110, 1.2),
    path('M0 450 Q400 390 800 440 T1600 430 V520 H0 z', '#6da57a'),
    rect(0, 446, 1600, 454, '#a9cf7a'),
    house(380, 560, 1.1, '#f7e1b5', '#b5563c'),
    house(1240, 570, 1.2, '#e6eef2', '#3f7cac'),
    house(620, 480, 0.5, '#f2d0a9', '#8f4a3a'),
    house(1000, 478, 0.45, '#f9edcd', '#b5563c'),
    path('M770 446 H830 L1340 900 H260 z', '#cfd2cf'),
    repeat(7, (index) =>
      path(
        `M${797 - index * 1.4} ${466 + index * index * 9} h${6 + index * 3} l2 ${8 + index * 6} h-${10 + index * 3} z`,
        '#ffffff',
      ),
    ),
    repeat(5, (index) => {
      const depth = ((index + 1) / 5) ** 2;
      const x = 860 + depth * 620;
      const foot = 460 + depth * 420;
      const height = 60 + depth * 420;
      return (
        rect(x, foot - height, 4 + depth * 10, height, '#7d868c') +
        rect(x - 30 * depth - 14, foot - height, 30 * depth + 18, 4 + depth * 8, '#7d868c') +
        ellipse(x - 30 * depth - 10, foot - height + 8, 6 + depth * 14, 4 + depth * 7, '#fff3b0')
      );
    }),
    side(-1),
    side(1),
    palm(130, 880, 430, 30),
    person(640, 720, 130, { shirt: '#c8553d', hat: true }),
    person(920, 640, 90, { shirt: '#33658a' }),
  );
}
