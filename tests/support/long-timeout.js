// A boot, a browser or a PostgreSQL copy takes seconds. Jest reads `testTimeout` for all projects together only.
jest.setTimeout(120_000);
