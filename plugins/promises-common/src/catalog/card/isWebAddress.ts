const PROTOCOLS = ['https:', 'http:', 'mailto:'];

/** Whether a link may be shown: an address of the web, of mail, or a path of this site; nothing that a browser runs. */
export function isWebAddress(url: string): boolean {
  if (/^\/(?![/\\])/.test(url)) {
    return true;
  }
  return URL.canParse(url) && PROTOCOLS.includes(new URL(url).protocol);
}
