/** Below the blank and DEL; the bytes of later control characters are not seen as such in UTF-8. */
const CONTROL = /[^\P{Cc}\x80-\x9f]/u;
const BAD_ESCAPE = /%(?![0-9a-fA-F]{2})/;
const SCHEME = /^([A-Za-z][A-Za-z0-9+.-]*):(.*)$/s;
const HOST = /^[A-Za-z0-9._~!$&'()*+,;=:<>"[\]%\u0080-\uffff-]*$/;
const USER = /^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/;

function isAuthority(authority: string): boolean {
  const at = authority.lastIndexOf('@');
  if (at >= 0 && !USER.test(authority.slice(0, at))) return false;
  const host = authority.slice(at + 1);
  if (host.startsWith('[')) {
    return /^\[[^\]]*\](:[0-9]*)?$/.test(host);
  }
  const colon = host.indexOf(':');
  if (colon >= 0 && !/^[0-9]*$/.test(host.slice(colon + 1))) return false;
  // In the name of a host, only non-ASCII bytes may be escaped.
  return HOST.test(host) && !/%[0-7]/.test(host);
}

/** What Go's url.ParseRequestURI takes: an absolute URI or an absolute path. */
export function isUri(text: string): boolean {
  if (text === '' || CONTROL.test(text)) return false;
  if (text === '*') return true;
  const scheme = SCHEME.exec(text);
  if (!scheme && /^[^/?]*:/.test(text)) return false;
  const rest = (scheme ? scheme[2] : text).split('?')[0];
  if (!rest.startsWith('/')) return scheme !== null;
  const authority = /^\/\/([^/]*)/.exec(rest);
  const withAuthority = authority && (scheme || !rest.startsWith('///'));
  if (withAuthority && !isAuthority(authority[1])) return false;
  return !BAD_ESCAPE.test(rest);
}
