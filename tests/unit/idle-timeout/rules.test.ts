import { isDoneByUser } from '../../../src/plugins/idle-timeout/server/src/guard/user-request';
import { isTrusted } from '../../../src/plugins/idle-timeout/server/src/members/trusted-origin';
import { settingsFault } from '../../../src/plugins/idle-timeout/server/src/members/settings-fault';
import { endingChange } from '../../../src/plugins/idle-timeout/server/src/sessions/kinds';

test.each([
  ['PUT', '/content-manager/collection-types/api::a.a/x', true],
  ['DELETE', '/upload/files/1', true],
  ['GET', '/content-manager/collection-types/api::a.a', false],
  ['HEAD', '/admin/users/me', false],
  ['POST', '/admin/access-token', false],
  ['POST', '/admin/logout', false],
  ['POST', '/idle-timeout/session/keep-alive', false],
])('%s %s is something that an editor did: %s', (method, path, expected) => {
  expect(isDoneByUser({ method, path })).toBe(expected);
});

test('without a request nobody did anything', () => {
  expect(isDoneByUser(undefined)).toBe(false);
});

test.each([
  ['', ['*'], true],
  ['https://api.example.vn', ['*'], true],
  ['http://api.example.vn', [], true],
  ['https://www.example.vn', ['https://www.example.vn'], true],
  ['https://www.example.vn', ['*'], false],
  ['https://api.example.vn.evil.example', ['*'], false],
  ['null', ['*'], false],
  ['*', ['*'], false],
])('a page of "%s" with CORS for %j may use the cookie: %s', (origin, allowed, expected) => {
  expect(isTrusted({ origin, host: 'api.example.vn', allowed })).toBe(expected);
});

test.each([
  ['users-permissions', { password: 'hash' }, 'password-changed'],
  ['users-permissions', { password: 'hash', blocked: true }, 'blocked'],
  ['users-permissions', { blocked: false, username: 'x' }, null],
  ['users-permissions', { password: undefined }, null],
  ['users-permissions', { resetPasswordToken: 'x' }, null],
  ['admin', { isActive: false }, 'blocked'],
  ['admin', { isActive: true }, null],
] as const)('a change of a user of %s, %j, ends sessions: %s', (origin, data, expected) => {
  expect(endingChange(origin, data)).toBe(expected);
});

test.each([
  ['refresh', 'lax', ['*'], null],
  ['refresh', 'none', ['https://www.example.vn'], null],
  ['refresh', undefined, ['*'], null],
  ['refresh', 'none', ['https://www.example.vn', '*'], 'Name the websites in CORS'],
  ['legacy-support', 'lax', ['*'], 'jwtManagement to "refresh"'],
])(
  'a host with tokens in mode %s, a cookie for %s and CORS for %j has a fault: %s',
  (mode, sameSite, origins, fault) => {
    const found = settingsFault({ mode, sameSite, origins });
    if (fault === null) expect(found).toBeNull();
    else expect(found).toContain(fault);
  },
);
