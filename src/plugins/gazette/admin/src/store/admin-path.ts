/** Where the admin is, `/admin` for one. */
export const adminPath = (): string => window.location.pathname.split('/').slice(0, 2).join('/');
