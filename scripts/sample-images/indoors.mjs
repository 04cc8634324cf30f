import { circle, ellipse, gradient, line, path, person, picture, rect, repeat, star } from './shapes.mjs';

/** A conference in session, seen from the back rows. */
export function meetingHall() {
  const heads = (y, size, count, offset) =>
    repeat(count, (index) => {
      const x = offset + index * (1600 / count);
      return (
        rect(
          x - size * 1.2,
          y,
          size * 2.4,
          300,
          ['#3d5a80', '#e8ecef', '#2f3e56', '#f4f1ea'][index % 4],
          `rx="${size * 0.7}"`,
        ) + circle(x, y - size * 0.4, size * 0.8, index % 3 ? '#2a2226' : '#3a2d2d')
      );
    });
  return picture(
    { sky: ['#f3e6cf', '#e6d3b1'] },
    rect(0, 0, 1600, 60, '#d8c29a'),
    repeat(6, (index) => ellipse(160 + index * 256, 62, 70, 10, '#fff7df')),
    rect(330, 80, 940, 430, '#a61e2b'),
    repeat(24, (index) => rect(330 + index * 40, 80, 12, 430, '#8c1522', 'opacity="0.55"')),
    star(800, 230, 74, '#ffd23f'),
    rect(330, 70, 940, 22, '#e0b03a'),
    rect(120, 150, 120, 260, '#bfe0ec'),
    rect(1360, 150, 120, 260, '#bfe0ec'),
    rect(176, 150, 8, 260, '#ffffff'),
    rect(1416, 150, 8, 260, '#ffffff'),
    rect(0, 510, 1600, 390, '#9c6b45'),
    rect(250, 490, 1100, 40, '#7d5334'),
    repeat(5, (index) =>
      person(560 + index * 120, 500, 210, { shirt: ['#ffffff', '#2f3e56', '#dfe7ee', '#3d5a80', '#ffffff'][index] }),
    ),
    rect(470, 400, 660, 110, '#5f3d25'),
    rect(470, 392, 660, 14, '#7d5334'),
    repeat(5, (index) => rect(530 + index * 120, 372, 56, 22, '#f6f0e2')),
    person(330, 500, 230, { shirt: '#2f3e56' }),
    path('M270 380 h120 l-14 130 h-92 z', '#7d5334'),
    star(330, 440, 20, '#ffd23f'),
    line('M344 380 q10 -30 26 -34', '#222222', 4),
    heads(590, 34, 13, 60),
    heads(680, 44, 10, 20),
    heads(790, 58, 8, 100),
  );
}

/** A bound document with a red seal on a desk. */
export function documentCover() {
  return picture(
    { width: 1200, height: 800, sky: ['#8b5e3c', '#6f4a2f'], defs: gradient('paper', '#ffffff', '#f3eee2') },
    repeat(9, (index) =>
      line(`M0 ${60 + index * 92} q600 ${index % 2 ? 30 : -26} 1200 0`, '#7a5033', 3, 'opacity="0.6"'),
    ),
    `<g transform="rotate(-7 520 420)">${rect(300, 90, 480, 640, '#d8cdb6')}${rect(284, 76, 480, 640, 'url(#paper)')}</g>`,
    `<g transform="rotate(3 640 410)">${rect(432, 92, 500, 650, '#3d2a1c', 'opacity="0.35"')}${rect(420, 80, 500, 650, 'url(#paper)')}` +
      star(670, 150, 34, '#c1121f') +
      rect(560, 206, 220, 12, '#9aa0a6') +
      rect(500, 240, 340, 16, '#555b61') +
      rect(540, 270, 260, 10, '#9aa0a6') +
      repeat(11, (index) => rect(470, 320 + index * 24, index % 4 === 3 ? 260 : 400, 9, '#c3c7cb')) +
      `${circle(770, 640, 62, 'none', 'stroke="#c1121f" stroke-width="8" opacity="0.85"')}${circle(770, 640, 46, 'none', 'stroke="#c1121f" stroke-width="3" opacity="0.85"')}` +
      star(770, 640, 26, '#c1121f') +
      line('M700 660 q30 -50 60 -10 t60 -10 t50 -14', '#1d3a8a', 5) +
      '</g>',
    `<g transform="rotate(38 1040 520)">${rect(1020, 330, 26, 300, '#1d3557', 'rx="10"')}${path('M1020 630 h26 l-13 46 z', '#d4af37')}${rect(1020, 400, 26, 14, '#d4af37')}</g>`,
    ellipse(170, 640, 120, 120, '#5b3b25'),
    ellipse(166, 632, 112, 112, '#f5f1e8'),
    ellipse(166, 632, 84, 84, '#7a9a3c'),
    ellipse(150, 618, 40, 26, '#93b34f', 'opacity="0.7"'),
  );
}

/** The one-stop counter of a public service centre. */
export function serviceCounter() {
  const screen = (x) =>
    rect(x, 420, 150, 100, '#2b3440', 'rx="8"') +
    rect(x + 8, 428, 134, 84, '#8fd3e8') +
    repeat(3, (index) => rect(x + 20, 442 + index * 20, 90 - index * 18, 8, '#ffffff')) +
    rect(x + 66, 520, 18, 30, '#2b3440');
  return picture(
    { sky: ['#eaf4f4', '#d6e8e7'] },
    rect(0, 0, 1600, 90, '#2a6f7f'),
    repeat(
      5,
      (index) =>
        rect(120 + index * 300, 120, 180, 110, '#ffffff', 'rx="10"') +
        circle(170 + index * 300, 175, 26, ['#e76f51', '#2a9d8f', '#e9c46a', '#457b9d', '#9d4edd'][index]) +
        rect(212 + index * 300, 156, 70, 12, '#c7d5d8') +
        rect(212 + index * 300, 182, 50, 12, '#dbe5e7'),
    ),
    rect(0, 700, 1600, 200, '#cdb89a'),
    repeat(9, (index) => line(`M${index * 200} 700 L${index * 260 - 240} 900`, '#bfa888', 3)),
    person(330, 600, 260, { shirt: '#ffffff' }),
    person(800, 600, 260, { shirt: '#ffffff' }),
    person(1270, 600, 260, { shirt: '#ffffff' }),
    screen(380),
    screen(850),
    screen(1320),
    rect(120, 550, 1380, 40, '#e9d8b4'),
    rect(140, 590, 1340, 170, '#3b8a94'),
    repeat(3, (index) => rect(180 + index * 470, 614, 360, 120, '#4a9ca6', 'rx="8"')),
    person(560, 850, 340, { shirt: '#e07a5f', trousers: '#3d405b' }),
    person(1060, 860, 340, { shirt: '#81b29a', trousers: '#3d405b' }),
    rect(596, 640, 60, 76, '#fffbe8', 'transform="rotate(8 626 678)"'),
    tallPlant(70, 850),
    tallPlant(1540, 850),
  );
}

/** A health worker vaccinating at a commune station. */
export function clinic() {
  return picture(
    { sky: ['#f2f8f5', '#dcebe5'] },
    rect(0, 640, 1600, 260, '#c9ddd3'),
    rect(110, 110, 420, 300, '#b9dfee'),
    rect(312, 110, 14, 300, '#ffffff'),
    rect(110, 252, 420, 14, '#ffffff'),
    tallPlant(600, 720),
    rect(980, 130, 460, 300, '#ffffff', 'rx="16"'),
    rect(1178, 180, 64, 200, '#e63946', 'rx="8"'),
    rect(1110, 248, 200, 64, '#e63946', 'rx="8"'),
    rect(960, 560, 480, 36, '#8fb8a8'),
    rect(990, 596, 26, 190, '#7aa394'),
    rect(1384, 596, 26, 190, '#7aa394'),
    repeat(
      6,
      (index) =>
        rect(1020 + index * 44, 512, 26, 48, ['#f4a261', '#8ecae6', '#e9c46a'][index % 3], 'rx="6"') +
        rect(1024 + index * 44, 500, 18, 14, '#6c757d'),
    ),
    person(760, 820, 420, { shirt: '#ffffff', trousers: '#e8eef0' }),
    rect(715, 452, 90, 22, '#7cc6d6', 'rx="8"'),
    person(440, 830, 330, { shirt: '#f28482', trousers: '#3d405b' }),
    person(260, 830, 230, { shirt: '#84a59d', trousers: '#3d405b' }),
    rect(560, 600, 120, 16, '#ffffff', 'rx="8"'),
    line('M520 616 L572 608', '#6c757d', 4),
  );
}

/** A portrait for an author: nobody in particular. */
export const portrait = () =>
  picture(
    { width: 600, height: 600, sky: ['#cfe3ea', '#a9c8d4'] },
    ellipse(300, 620, 230, 210, '#2f4a63'),
    path('M230 430 h140 l-70 130 z', '#ffffff'),
    path('M288 452 h24 l14 90 l-26 30 l-26 -30 z', '#a61e2b'),
    rect(262, 350, 76, 100, '#e0ac7e', 'rx="30"'),
    ellipse(300, 270, 104, 126, '#f0c39a'),
    path('M192 270 Q180 120 300 122 Q420 120 408 270 Q396 190 340 186 Q270 200 216 190 Q200 220 192 270 z', '#2a2226'),
    circle(262, 276, 9, '#2a2226'),
    circle(338, 276, 9, '#2a2226'),
    line('M268 336 q32 26 64 0', '#a5644a', 6),
    line('M242 252 q20 -12 38 0', '#2a2226', 6),
    line('M320 252 q20 -12 38 0', '#2a2226', 6),
  );

/** A round emblem for the site: a field, a river and a sun. */
export const emblem = () =>
  picture(
    {
      width: 512,
      height: 512,
      sky: ['#ffffff', '#ffffff'],
      defs: '<clipPath id="disc"><circle cx="256" cy="256" r="220"/></clipPath>',
    },
    circle(256, 256, 240, '#c1121f'),
    `<g clip-path="url(#disc)">${rect(0, 0, 512, 512, '#fff3d6')}${circle(256, 210, 84, '#f4a261')}${path('M0 270 Q128 220 256 262 T512 256 V512 H0 z', '#6a994e')}${path('M200 512 Q330 420 240 360 T300 262 L322 262 Q290 320 330 370 T330 512 z', '#8ecae6')}</g>`,
    star(256, 104, 40, '#c1121f'),
  );

const tallPlant = (x, y) =>
  path(`M${x - 40} ${y - 80} h80 l-12 80 h-56 z`, '#b5653c') +
  repeat(7, (index) =>
    path(
      `M${x} ${y - 78} q${-90 + index * 30} -70 ${-105 + index * 35} ${-150 - (3 - Math.abs(3 - index)) * 36} q${60 - index * 20} 60 ${105 - index * 35} ${150 + (3 - Math.abs(3 - index)) * 36} z`,
      index % 2 ? '#3c8d5a' : '#4fa06a',
    ),
  );
