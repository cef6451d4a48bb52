import { isCreditCard } from './isCreditCard';
import { isDate } from './isDate';
import { isDateTime } from './isDateTime';
import { isDuration } from './isDuration';
import { isEmail } from './isEmail';
import { isHostname } from './isHostname';
import { isCidr, isIpv4, isIpv6 } from './isIp';
import { isIsbn10, isIsbn13 } from './isIsbn';
import { isMac } from './isMac';
import { isUri } from './isUri';

type FormatCheck = (text: string) => boolean;

const matching =
  (pattern: RegExp): FormatCheck =>
  text =>
    pattern.test(text);

const uuid = (third: string, fourth: string) =>
  matching(
    new RegExp(
      `^[0-9a-f]{8}-?[0-9a-f]{4}-?${third}-?${fourth}-?[0-9a-f]{12}$`,
      'i',
    ),
  );
const HEX = '[0-9a-f]{4}';
const SHORT_NAME = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';
const CHANNEL = '(?:[01]?[0-9]?[0-9]|2[0-4][0-9]|25[0-5])';
const BASE64 =
  /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/;

/** The formats that the API server enforces, by name without dashes. */
export const formats: ReadonlyMap<string, FormatCheck> = new Map<
  string,
  FormatCheck
>([
  ['bsonobjectid', matching(/^[0-9a-fA-F]{24}$/)],
  ['byte', matching(BASE64)],
  ['cidr', isCidr],
  ['creditcard', isCreditCard],
  ['date', isDate],
  ['datetime', isDateTime],
  ['duration', isDuration],
  ['email', isEmail],
  ['hexcolor', matching(/^#?(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/)],
  ['hostname', isHostname],
  ['ipv4', isIpv4],
  ['ipv6', isIpv6],
  ['isbn', text => isIsbn10(text) || isIsbn13(text)],
  ['isbn10', isIsbn10],
  ['isbn13', isIsbn13],
  [
    'k8slongname',
    text =>
      text.length <= 253 &&
      new RegExp(`^${SHORT_NAME}(?:\\.${SHORT_NAME})*$`).test(text),
  ],
  [
    'k8sshortname',
    text => text.length <= 63 && new RegExp(`^${SHORT_NAME}$`).test(text),
  ],
  ['mac', isMac],
  ['password', () => true],
  [
    'rgbcolor',
    matching(
      new RegExp(
        `^rgb\\(\\s*${CHANNEL}\\s*,\\s*${CHANNEL}\\s*,\\s*${CHANNEL}\\s*\\)$`,
      ),
    ),
  ],
  ['ssn', matching(/^[0-9]{3}[- ]?[0-9]{2}[- ]?[0-9]{4}$/)],
  ['uri', isUri],
  ['uuid', uuid(HEX, HEX)],
  ['uuid3', uuid('3[0-9a-f]{3}', HEX)],
  ['uuid4', uuid('4[0-9a-f]{3}', '[89ab][0-9a-f]{3}')],
  ['uuid5', uuid('5[0-9a-f]{3}', '[89ab][0-9a-f]{3}')],
]);
