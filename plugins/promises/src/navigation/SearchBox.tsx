import { useEffect, useState } from 'react';
import { SearchField } from '@backstage/ui';

const DELAY_MS = 200;

/** A search field that tells its value once typing pauses. */
export function SearchBox(props: {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { label, placeholder, value, onChange } = props;
  const [typed, setTyped] = useState(value);

  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) {
      return undefined;
    }
    const timer = setTimeout(() => onChange(typed), DELAY_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);

  return (
    <SearchField
      aria-label={label}
      placeholder={placeholder}
      value={typed}
      onChange={setTyped}
      size="medium"
    />
  );
}
