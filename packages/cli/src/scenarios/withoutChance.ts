const TIME = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;
const ULID = /\b[0-7][0-9A-HJKMNP-TV-Z]{25}\b/g;
const UUID = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;
const VERSION = /^(\s*resourceVersion: ).*$/gm;

/** A text without what differs from one run to the next: times, identifiers, versions of objects. */
export function withoutChance(text: string): string {
  return text
    .replace(TIME, '<time>')
    .replace(ULID, '<uid>')
    .replace(UUID, '<uid>')
    .replace(VERSION, '$1<version>');
}
