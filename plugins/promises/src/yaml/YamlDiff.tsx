import { TextDiff } from './TextDiff';
import { toYaml } from './toYaml';

/** What changed between two objects, line by line of their YAML. */
export function YamlDiff(props: {
  readonly label: string;
  readonly before: unknown;
  readonly after: unknown;
}) {
  const { label, before, after } = props;
  return (
    <TextDiff
      label={label}
      // The order of keys says nothing, so it is no change.
      before={toYaml(before, { sorted: true })}
      after={toYaml(after, { sorted: true })}
    />
  );
}
