import type { Facet } from '@promissory/plugin-promises-common';
import styles from './FacetPills.module.css';

/** One value of a facet, or all: for facets with few values. */
export function FacetPills(props: {
  readonly label: string;
  readonly allLabel: string;
  readonly facets: readonly Facet[];
  readonly selected: string | undefined;
  readonly onChange: (selected: string | undefined) => void;
}) {
  const { label, allLabel, facets, selected, onChange } = props;
  const known = facets.some(facet => facet.value === selected);
  const shown =
    selected && !known ? [...facets, { value: selected, count: 0 }] : facets;
  return (
    <div role="group" aria-label={label} className={styles.pills}>
      <Pill isOn={!selected} onPress={() => onChange(undefined)}>
        {allLabel}
      </Pill>
      {shown.map((facet: Facet) => (
        <Pill
          key={facet.value}
          isOn={selected === facet.value}
          onPress={() => onChange(facet.value)}
        >
          {facet.label ?? facet.value}
          <span className={styles.count}>{facet.count}</span>
        </Pill>
      ))}
    </div>
  );
}

function Pill(props: {
  readonly isOn: boolean;
  readonly onPress: () => void;
  readonly children: React.ReactNode;
}) {
  return (
    <button
      type="button"
      className={styles.pill}
      aria-pressed={props.isOn}
      onClick={props.onPress}
    >
      {props.children}
    </button>
  );
}
