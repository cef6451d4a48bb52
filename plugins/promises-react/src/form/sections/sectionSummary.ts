import { isProvisionalKey } from '../store/provisionalKey';
import { valueText } from '../fields/valueText';

const SHOWN = 4;

/** What is inside a closed section, in a line: `size small, replicas 3`. */
export function sectionSummary(value: unknown): string {
  if (Array.isArray(value)) {
    return shorten(value.map(brief), value.length);
  }
  if (typeof value !== 'object' || value === null) {
    return 'Nothing set';
  }
  const entries = Object.entries(value).filter(
    ([key]) => !isProvisionalKey(key),
  );
  return shorten(
    entries.map(([key, item]) => `${key} ${brief(item)}`),
    entries.length,
  );
}

function shorten(parts: readonly string[], count: number): string {
  if (count === 0) {
    return 'Nothing set';
  }
  const more = count > SHOWN ? ` and ${count - SHOWN} more` : '';
  return parts.slice(0, SHOWN).join(', ') + more;
}

function brief(value: unknown): string {
  if (Array.isArray(value)) {
    return `${value.length} ${value.length === 1 ? 'entry' : 'entries'}`;
  }
  if (typeof value === 'object' && value !== null) {
    return `{${Object.keys(value).slice(0, 3).join(', ')}}`;
  }
  const text = valueText(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
