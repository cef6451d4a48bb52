import { Link } from '@backstage/ui';
import { CopyButton } from '../copy/CopyButton';
import { Section } from '../layout/Section';
import { toYaml } from '../yaml/toYaml';
import { type OutputValue, outputValues } from './outputValues';
import styles from './Outputs.module.css';

/** What the request gives back: addresses, names, whatever its pipelines wrote. Nothing where they wrote nothing. */
export function Outputs(props: {
  readonly outputs: Readonly<Record<string, unknown>> | undefined;
}) {
  const values = outputValues(props.outputs);
  if (values.length === 0) {
    return null;
  }
  return (
    <Section title="Outputs">
      <dl className={styles.outputs}>
        {values.map(output => (
          <div key={output.name}>
            <dt>{output.name}</dt>
            <dd>
              <OutputText output={output} />
              <CopyButton
                label={`Copy ${output.name}`}
                text={output.text ?? toYaml(output.value)}
              />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function OutputText({ output }: { readonly output: OutputValue }) {
  if (output.href) {
    return (
      <Link href={output.href} target="_blank" rel="noopener noreferrer">
        {output.href}
      </Link>
    );
  }
  return output.text === undefined ? (
    <pre>{toYaml(output.value)}</pre>
  ) : (
    <code>{output.text}</code>
  );
}
