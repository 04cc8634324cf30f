/**
 * Draws the pictures and writes the small PDF files of the sample content (database/sample). The results are committed;
 * run it again only after changing a drawing: `node scripts/make-sample-images.mjs`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { clinic, documentCover, emblem, meetingHall, portrait, serviceCounter } from './sample-images/indoors.mjs';
import { bridge, riceFields, river, ruralRoad, sluiceGate } from './sample-images/landscapes.mjs';
import { districtOffice, market, school } from './sample-images/towns.mjs';
import { pdfOf } from './sample-images/pdf.mjs';
import { documents } from './sample-images/attachments.mjs';

const sample = fileURLToPath(new URL('../database/sample/', import.meta.url));
const LARGEST = 120 * 1024;

const drawings = {
  'river.jpg': river,
  'rice-fields.jpg': riceFields,
  'district-office.jpg': districtOffice,
  'bridge.jpg': bridge,
  'school.jpg': school,
  'market.jpg': market,
  'sluice-gate.jpg': sluiceGate,
  'rural-road.jpg': ruralRoad,
  'meeting-hall.jpg': meetingHall,
  'service-counter.png': serviceCounter,
  'clinic.webp': clinic,
  'document-cover.jpg': documentCover,
  'portrait.png': portrait,
  'emblem.png': emblem,
};

const encode = {
  jpg: (image) => image.jpeg({ quality: 82, mozjpeg: true }),
  png: (image) => image.png({ palette: true, colours: 128, compressionLevel: 9 }),
  webp: (image) => image.webp({ quality: 82 }),
};

await mkdir(`${sample}images`, { recursive: true });
await mkdir(`${sample}files`, { recursive: true });

for (const [name, draw] of Object.entries(drawings)) {
  const bytes = await encode[name.split('.').pop()](sharp(Buffer.from(draw()))).toBuffer();
  if (bytes.length > LARGEST) throw new Error(`${name} has ${bytes.length} bytes; at most ${LARGEST} are allowed`);
  await writeFile(`${sample}images/${name}`, bytes);
  console.log(`images/${name}: ${Math.round(bytes.length / 1024)} KB`);
}

for (const [name, document] of Object.entries(documents)) {
  await writeFile(`${sample}files/${name}`, pdfOf(document));
  console.log(`files/${name}`);
}
