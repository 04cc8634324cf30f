const { writeFileSync } = require('node:fs');
const { relative } = require('node:path');
const { stripVTControlCharacters } = require('node:util');

/** What jest says of each file that did not pass, without colours. */
const failuresOf = ({ testResults }) =>
  testResults
    .filter(({ failureMessage }) => failureMessage)
    .map(({ testFilePath, failureMessage }) => `${relative(process.cwd(), testFilePath)}\n${failureMessage}\n`)
    .map(stripVTControlCharacters)
    .join('\n');

/**
 * Ends jest's output with one line: `412 passed, 0 failed`, and `, 3 skipped` where tests were skipped.
 * A file that could not run counts as one failure. The line also goes to the file that GAZETTE_TEST_COUNTS names, and what
 * failed to one beside it, with `.failures` at its end.
 */
module.exports = class SummaryReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const line = `${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`;
    const file = process.env.GAZETTE_TEST_COUNTS;
    if (file) {
      writeFileSync(file, line);
      if (failed > 0) writeFileSync(`${file}.failures`, failuresOf(results));
    }
    // Jest adds its own summary after every other reporter; only the end of the process comes later.
    process.once('exit', () => process.stdout.write(line));
  }
};
