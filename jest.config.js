/**
 * `unit` needs nothing; `api`, `faults` and `browser` boot the built application on a copy of a migrated template;
 * `smoke` boots it as a process of its own. `npm test` runs the first two.
 */
const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
  ],
};

const project = (name, settings) => ({
  displayName: name,
  testMatch: [`<rootDir>/tests/${name}/**/*.test.ts`],
  transform,
  testEnvironment: 'node',
  ...settings,
});

const longTests = { setupFilesAfterEnv: ['<rootDir>/tests/support/long-timeout.js'] };
const onTheApplication = { ...longTests, globalSetup: '<rootDir>/tests/support/global-setup.ts' };

module.exports = {
  maxWorkers: 2,
  reporters: [
    'default',
    '<rootDir>/tests/support/described/coverage-reporter.js',
    '<rootDir>/tests/support/summary-reporter.js',
  ],
  projects: [
    project('unit'),
    project('api', onTheApplication),
    project('faults', onTheApplication),
    project('browser', onTheApplication),
    project('smoke', longTests),
  ],
};
