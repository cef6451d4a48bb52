import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Alert, Text } from '@backstage/ui';
import type { ResourceRequestDetail } from '@promissory/plugin-promises-common';
import { Section } from '../layout/Section';
import styles from './RequestEntities.module.css';

/** What the catalog shows of a request: what it brought first, because that is what one works with. */
export function RequestEntities(props: {
  readonly request: Pick<ResourceRequestDetail, 'catalog'>;
}) {
  const {
    entityRef,
    entities = [],
    findings = [],
  } = props.request.catalog ?? {};
  if (!entityRef && entities.length + findings.length === 0) {
    return null;
  }
  return (
    <Section title="In the catalog">
      {entities.length > 0 && (
        <ul className={styles.list}>
          {entities.map(ref => (
            <li key={ref}>
              <EntityRefLink entityRef={ref} />
            </li>
          ))}
        </ul>
      )}
      {entityRef && (
        <Text
          as="p"
          variant="body-small"
          color="secondary"
          className={styles.note}
        >
          This order: <EntityRefLink entityRef={entityRef} />
        </Text>
      )}
      {findings.map(({ message }) => (
        <Alert key={message} status="warning" icon title={message} />
      ))}
    </Section>
  );
}
