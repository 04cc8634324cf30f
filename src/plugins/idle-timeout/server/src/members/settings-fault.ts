/** What a host is set to, as far as members' sessions depend on it. */
export interface MemberSettings {
  /** users-permissions' option `jwtManagement`. */
  mode: string;
  /** The attribute of the refresh cookie. */
  sameSite: string | boolean | undefined;
  /** The websites that CORS allows, `*` included. */
  origins: readonly string[];
}

/** Why members' sessions could not be checked, or could be used by any website; null where they are safe. */
export const settingsFault = ({ mode, sameSite, origins }: MemberSettings): string | null => {
  if (mode !== 'refresh')
    return `idle-timeout needs members' tokens with a session in them: set users-permissions' option jwtManagement to "refresh" (it is "${mode}").`;
  if (sameSite === 'none' && origins.includes('*'))
    return 'idle-timeout: the members\' cookie goes to every website (sameSite "none") while CORS allows every website (*), so any of them could act for a member. Name the websites in CORS, or set sameSite to "lax".';
  return null;
};
