const { readdirSync, readFileSync, rmSync } = require('node:fs');
const path = require('node:path');

const FOLDER = path.resolve(__dirname, '../../api');

const testFiles = () =>
  readdirSync(FOLDER, { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.join(FOLDER, name));

const read = (folder) =>
  readdirSync(folder).flatMap((name) => readFileSync(path.join(folder, name), 'utf8').trim().split('\n'));

/**
 * Ends a run of all API tests with a failure where the description of the API has an operation that none of them reached.
 * A run of some tests reaches some, and is not judged.
 */
module.exports = class CoverageReporter {
  constructor(globalConfig) {
    this.globalConfig = globalConfig;
  }

  onRunComplete(_contexts, { testResults }) {
    const folder = process.env.GAZETTE_TEST_DESCRIBED;
    if (!folder) return;
    const lines = read(folder);
    rmSync(folder, { recursive: true, force: true });
    const ran = new Set(testResults.map(({ testFilePath }) => testFilePath));
    if (this.globalConfig.testNamePattern || testFiles().some((file) => !ran.has(file))) return;

    const described = new Map();
    const reached = new Set();
    for (const line of lines) {
      const [what, operation, statuses] = line.split(' ');
      if (what === 'described') described.set(operation, statuses.split(','));
      else reached.add(`${operation} ${statuses}`);
    }
    const isReached = ([operation, statuses]) =>
      statuses.some((status) => status.startsWith('2') && reached.has(`${operation} ${status}`));
    const missing = [...described].filter((one) => !isReached(one)).map(([operation]) => operation);
    const unseen = [...described].flatMap(([operation, statuses]) =>
      statuses.filter((status) => !reached.has(`${operation} ${status}`)).map((status) => `${operation} ${status}`),
    );
    process.stdout.write(
      `\nThe description of the API: ${described.size - missing.length} of ${described.size} operations reached, ${reached.size} kinds of answers seen, ${unseen.length} described ones not.\n`,
    );
    if (process.env.GAZETTE_TEST_UNSEEN) process.stdout.write(`${unseen.join('\n')}\n`);
    if (described.size === 0) this.error = new Error('No answer of the API was checked against its description.');
    if (missing.length > 0)
      this.error = new Error(`No test reached these operations of the API's description: ${missing.join(', ')}.`);
    if (this.error) process.stdout.write(`${this.error.message}\n`);
  }

  getLastError() {
    return this.error;
  }
};
