const { writeFileSync } = require('node:fs');

/**
 * Ends jest's output with one line: `412 passed, 0 failed`, and `, 3 skipped` where tests were skipped.
 * A file that could not run counts as one failure. The line also goes to the file that GAZETTE_TEST_COUNTS names.
 */
module.exports = class SummaryReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const line = `${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`;
    if (process.env.GAZETTE_TEST_COUNTS) writeFileSync(process.env.GAZETTE_TEST_COUNTS, line);
    // Jest adds its own summary after every other reporter; only the end of the process comes later.
    process.once('exit', () => process.stdout.write(line));
  }
};
