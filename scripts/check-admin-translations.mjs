/**
 * Checks that every text of the Strapi administration panel has a Vietnamese translation.
 *
 * For each installed `@strapi` package with admin translations it compares the texts the package shows in English
 * (its `translations/en.json`, and the message ids its code uses with an English default only) with the package's own
 * Vietnamese file and with ours in `src/admin/translations/vi/<plugin id>.json`.
 *
 *   node scripts/check-admin-translations.mjs          one line per package, then what is wrong
 *   node scripts/check-admin-translations.mjs --list   also every missing key with its English text
 *
 * Ends with code 1 when a text is missing, when one of ours has other ICU arguments or tags than the English text or
 * is no valid ICU message, when it names a key that no longer exists, or when two of our files name the same key
 * differently.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const strapiDirectory = path.join(root, 'node_modules', '@strapi');
const ourDirectory = path.join(root, 'src', 'admin', 'translations', 'vi');

/** Ids which stand in Strapi's code but name no text: leftovers of its authors, or filled in at run time. */
const NO_TEXT = new Set(['', 'FIXME', 'Zone pour plugins']);

/** A message id with an English default in compiled admin code, as it is or through a prefixing function. */
const MESSAGE_IN_CODE =
  /(?:id|labelId):\s*(?:(getTrad|getTranslation|getTranslationKey)\()?(['"`])([^'"`]*)\2\)?,\s*defaultMessage:\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`([^`]*)`)/g;

const TAG_NAME = /^[A-Za-z][A-Za-z0-9._-]*$/;

/** All files below a directory; none where the directory does not exist. */
const filesBelow = (directory) =>
  existsSync(directory)
    ? readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
        const file = path.join(directory, entry.name);
        return entry.isDirectory() ? filesBelow(file) : [file];
      })
    : [];

/**
 * The ICU arguments and tags of a message: names of arguments, options of `select` arguments, names of tags.
 * Throws an Error which says what is wrong when the message is not valid ICU syntax.
 */
const signatureOf = (message) => {
  const signature = { arguments: new Set(), options: new Map(), tags: new Set() };
  let at = 0;

  const fail = (what) => {
    throw new Error(`${what} at character ${at + 1}`);
  };
  const skipSpace = () => {
    while (/\s/.test(message[at] ?? '')) at += 1;
  };
  const readName = () => {
    skipSpace();
    const start = at;
    while (at < message.length && !/[\s,{}]/.test(message[at])) at += 1;
    const name = message.slice(start, at);
    skipSpace();
    return name;
  };
  const readOptions = (name, kind) => {
    const options = signature.options.get(name) ?? new Set();
    while (message[at] !== '}') {
      const selector = readName();
      if (selector.startsWith('offset:')) continue;
      if (selector === '' || message[at] !== '{') fail(`the option "${selector}" of {${name}} has no text in braces`);
      if (kind === 'select') options.add(selector);
      at += 1;
      readText(true);
      if (message[at] !== '}') fail(`the option "${selector}" of {${name}} is not closed`);
      at += 1;
      skipSpace();
    }
    if (kind === 'select') signature.options.set(name, options);
  };
  const readArgument = () => {
    at += 1;
    const name = readName();
    if (name === '') fail('an argument has no name');
    signature.arguments.add(name);
    if (message[at] === ',') {
      at += 1;
      const kind = readName();
      if (message[at] === ',') at += 1;
      skipSpace();
      if (['plural', 'select', 'selectordinal'].includes(kind)) readOptions(name, kind);
      else while (at < message.length && message[at] !== '}') at += 1;
    }
    if (message[at] !== '}') fail(`the argument {${name}} is not closed`);
    at += 1;
  };
  const readTag = () => {
    const end = message.indexOf('>', at);
    const name = end === -1 ? '' : message.slice(at + 1, end).replace(/^\/|\/$/g, '');
    if (!TAG_NAME.test(name)) {
      at += 1;
      return;
    }
    signature.tags.add(message[at + 1] === '/' ? `/${name}` : name);
    at = end + 1;
  };
  const readText = (nested) => {
    while (at < message.length) {
      const character = message[at];
      const next = message[at + 1] ?? '';
      if (character === "'" && next === "'") at += 2;
      else if (character === "'" && '{}<>'.includes(next) && next !== '') {
        const end = message.indexOf("'", at + 1);
        at = end === -1 ? message.length : end + 1;
      } else if (character === '{') readArgument();
      else if (character === '}') {
        if (!nested) fail('a brace is closed which was not opened');
        return;
      } else if (character === '<') readTag();
      else at += 1;
    }
    if (nested) fail('a brace is not closed');
  };

  readText(false);
  return signature;
};

const difference = (left, right) => [...left].filter((item) => !right.has(item));

/** What is wrong with a translation of an English message: one sentence per finding. */
const findings = (english, vietnamese) => {
  let expected;
  let actual;
  try {
    expected = signatureOf(english);
  } catch {
    return [];
  }
  try {
    actual = signatureOf(vietnamese);
  } catch (error) {
    return [`is no valid ICU message: ${error.message}`];
  }
  const found = [];
  for (const [part, label] of [
    ['arguments', 'argument'],
    ['tags', 'tag'],
  ]) {
    for (const name of difference(expected[part], actual[part])) found.push(`lacks the ${label} "${name}"`);
    for (const name of difference(actual[part], expected[part])) found.push(`has an unknown ${label} "${name}"`);
  }
  for (const [name, options] of actual.options) {
    const known = expected.options.get(name) ?? new Set();
    for (const option of difference(options, known)) found.push(`has an unknown option "${option}" of {${name}}`);
    for (const option of difference(known, options)) found.push(`lacks the option "${option}" of {${name}}`);
  }
  return found;
};

/** The flat messages of a compiled translation file; empty where the package has none for the language. */
const loadMessages = async (directory, language) => {
  const file = path.join(directory, `${language}.json.mjs`);
  return existsSync(file) ? (await import(pathToFileURL(file).href)).default : {};
};

const withPrefix = (messages, prefix) =>
  new Map(Object.entries(messages).map(([key, message]) => [`${prefix}${key}`, message]));

/** The messages which a package's compiled admin code names with an English default: full id → English text. */
const messagesInCode = (files, pluginId, prefix) => {
  const found = new Map();
  for (const file of files) {
    if (!file.endsWith('.mjs') || file.includes(`${path.sep}translations${path.sep}`)) continue;
    if (file.includes(`${path.sep}tests${path.sep}`)) continue;
    for (const match of readFileSync(file, 'utf8').matchAll(MESSAGE_IN_CODE)) {
      const id = (match[1] ? prefix : '') + match[3].replaceAll(/\$\{(?:PLUGIN_ID|pluginId)\}/g, pluginId);
      const text = (match[4] ?? match[5] ?? match[6]).replaceAll(/\\(['"\\])/g, '$1');
      if (!id.includes('${') && !NO_TEXT.has(id) && !found.has(id)) found.set(id, text);
    }
  }
  return found;
};

/** Every installed Strapi package with English admin translations. */
const loadPackages = async () => {
  const packages = [];
  for (const folder of readdirSync(strapiDirectory)) {
    const files = filesBelow(path.join(strapiDirectory, folder, 'dist', 'admin'));
    const englishFile = files.find((file) => file.endsWith(path.join('translations', 'en.json.mjs')));
    if (englishFile === undefined) continue;
    const manifest = JSON.parse(readFileSync(path.join(strapiDirectory, folder, 'package.json'), 'utf8'));
    const pluginId = manifest.strapi?.name ?? folder;
    // The admin package itself registers its messages as they are; every plugin's are prefixed with the plugin's id.
    const prefix = folder === 'admin' ? '' : `${pluginId}.`;
    const directory = path.dirname(englishFile);
    const ourFile = path.join(ourDirectory, `${pluginId}.json`);
    packages.push({
      pluginId,
      english: withPrefix(await loadMessages(directory, 'en'), prefix),
      vietnamese: withPrefix(await loadMessages(directory, 'vi'), prefix),
      inCode: messagesInCode(files, pluginId, prefix),
      ours: new Map(existsSync(ourFile) ? Object.entries(JSON.parse(readFileSync(ourFile, 'utf8'))) : []),
    });
  }
  return packages;
};

const packages = await loadPackages();
const listing = process.argv.includes('--list');
const english = new Map(packages.flatMap(({ inCode }) => [...inCode]));
for (const [key, text] of packages.flatMap((item) => [...item.english])) english.set(key, text);
const translated = new Map();
const problems = [];
let missingCount = 0;

for (const { pluginId, vietnamese, ours } of packages) {
  for (const key of vietnamese.keys()) translated.set(key, pluginId);
  for (const [key, text] of ours) {
    const other = packages.find((item) => item.pluginId !== pluginId && item.ours.has(key));
    if (other !== undefined && other.ours.get(key) !== text) {
      problems.push(`${pluginId}: "${key}" is translated differently in ${other.pluginId}`);
    }
    translated.set(key, pluginId);
    const source = english.get(key);
    if (typeof text !== 'string') problems.push(`${pluginId}: "${key}" is not a text`);
    else if (source === undefined) problems.push(`${pluginId}: "${key}" no longer exists`);
    else if (text.trim() === '' && source.trim() !== '') problems.push(`${pluginId}: "${key}" is empty`);
    else for (const finding of findings(source, text)) problems.push(`${pluginId}: "${key}" ${finding}`);
  }
}

for (const { pluginId, english: listed, inCode, ours } of packages) {
  const texts = new Map([...inCode, ...listed]);
  const missing = [...texts].filter(([key]) => !translated.has(key));
  missingCount += missing.length;
  console.log(`${pluginId}: ${missing.length} of ${texts.size} missing, ${ours.size} of ours`);
  if (listing) for (const [key, text] of missing) console.log(`  ${key}\t${JSON.stringify(text)}`);
}

const known = new Set(packages.map(({ pluginId }) => `${pluginId}.json`));
for (const file of existsSync(ourDirectory) ? readdirSync(ourDirectory) : []) {
  if (file.endsWith('.json') && !known.has(file)) problems.push(`${file} belongs to no installed Strapi package`);
}

for (const problem of problems) console.error(problem);
if (missingCount > 0 || problems.length > 0) process.exitCode = 1;
