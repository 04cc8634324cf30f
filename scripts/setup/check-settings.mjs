import { effectiveSettings } from './env-file.mjs';
import { SetUpError } from './stop.mjs';

const HIGHEST_PORT = 65_535;

/** Settings that are counts or seconds. */
const WHOLE_NUMBERS = [
  'DATABASE_POOL_MIN',
  'DATABASE_POOL_MAX',
  'CACHE_SHARED_MAX_AGE',
  'CACHE_STALE_WHILE_REVALIDATE',
  'MEMBER_IDLE_SECONDS',
  'EDITOR_IDLE_SECONDS',
  'IDLE_WARN_SECONDS',
  'KEEP_TYPED_HOURS',
  'RATINGS_NEW_VOTES_PER_ADDRESS',
  'RATINGS_PROXY_HOPS',
  'RATINGS_VOTER_RETENTION_DAYS',
];

const isWholeNumber = (text) => /^\d+$/.test(text.trim());

const checkPort = ({ PORT }) => {
  if (PORT === undefined || (isWholeNumber(PORT) && Number(PORT) > 0 && Number(PORT) <= HIGHEST_PORT)) return;
  throw new SetUpError(
    `PORT is "${PORT}"; set it (in .env or the environment) to a number from 1 to ${HIGHEST_PORT}, such as 1337.`,
  );
};

const checkNumbers = (settings) => {
  const wrong = WHOLE_NUMBERS.find((name) => settings[name] !== undefined && !isWholeNumber(settings[name]));
  if (wrong === undefined) return;
  throw new SetUpError(`${wrong} is "${settings[wrong]}"; set it (in .env or the environment) to a whole number.`);
};

const checkDatabase = ({ DATABASE_CLIENT = 'sqlite', DATABASE_URL }) => {
  if (DATABASE_CLIENT !== 'sqlite' && DATABASE_CLIENT !== 'postgres') {
    throw new SetUpError(
      `DATABASE_CLIENT is "${DATABASE_CLIENT}"; Gazette runs on "sqlite" (the default) or "postgres".`,
    );
  }
  if (DATABASE_CLIENT === 'postgres' && !DATABASE_URL) {
    throw new SetUpError(
      'DATABASE_CLIENT is postgres, so DATABASE_URL must be set (postgres://user:password@host:5432/database).',
    );
  }
};

/**
 * Looks for values that the application could only end on, before anything is installed, built or started.
 * @throws {SetUpError} naming the first wrong setting and what it may be
 */
export const checkSettings = () => {
  const settings = effectiveSettings();
  checkPort(settings);
  checkDatabase(settings);
  checkNumbers(settings);
};
