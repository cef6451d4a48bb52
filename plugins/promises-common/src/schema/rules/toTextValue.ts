import { Fault } from '../../expressions/evaluation/Fault';
import { parseTimestamp } from '../../expressions/functions/parseTimestamp';
import { CelDuration } from '../../expressions/values/CelDuration';
import { parseLooseDuration } from '../formats/parseLooseDuration';

function decode(text: string): Uint8Array {
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(bytes, unit => unit.charCodeAt(0));
}

/**
 * A text as rules see it: the formats duration, date, date-time and byte have types of their own.
 *
 * @throws Fault where the text is not of the format
 */
export function toTextValue(text: string, format: string | undefined): unknown {
  switch (format) {
    case 'duration': {
      const nanoseconds = parseLooseDuration(text);
      if (nanoseconds !== undefined) return new CelDuration(nanoseconds);
      break;
    }
    case 'date':
    case 'date-time': {
      const moment = format === 'date' ? `${text}T00:00:00Z` : text;
      const timestamp = parseTimestamp(moment);
      if (timestamp) return timestamp;
      break;
    }
    case 'byte':
      try {
        return decode(text);
      } catch {
        break;
      }
    default:
      return text;
  }
  throw new Fault(`${JSON.stringify(text)} is not in the format ${format}`);
}
