import { Badge, Text } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { RequestGeneration } from '@promissory/plugin-promises-common';
import { Section } from '../../layout/Section';
import { RelativeTime } from '../../time/RelativeTime';
import { TextBlock } from '../../yaml/TextBlock';
import { YamlDiff } from '../../yaml/YamlDiff';
import { toYaml } from '../../yaml/toYaml';
import styles from './RequestHistory.module.css';

/** Who asked for what, when and why; each generation against the one before. */
export function RequestHistory(props: {
  readonly history: readonly RequestGeneration[];
}) {
  const { history } = props;
  return (
    <ol className={styles.history} aria-label="Generations">
      {history.map((generation, index) => (
        <li key={generation.generation}>
          <Section
            title={`Generation ${generation.generation}`}
            aside={
              generation.decision !== 'accepted' && (
                <Badge>{generation.decision}</Badge>
              )
            }
          >
            <div className={styles.generation}>
              <Text variant="body-small" color="secondary">
                <EntityRefLink
                  entityRef={generation.actor}
                  defaultKind="user"
                />{' '}
                <RelativeTime at={generation.createdAt} />
                {generation.revision &&
                  ` · version ${generation.revision} of the Promise`}
              </Text>
              {generation.comment && (
                <blockquote className={styles.comment}>
                  {generation.comment}
                </blockquote>
              )}
              <Change generation={generation} before={history[index + 1]} />
            </div>
          </Section>
        </li>
      ))}
    </ol>
  );
}

function Change(props: {
  readonly generation: RequestGeneration;
  readonly before: RequestGeneration | undefined;
}) {
  const { generation, before } = props;
  return before ? (
    <YamlDiff
      label={`Difference to generation ${before.generation}`}
      before={before.spec}
      after={generation.spec}
    />
  ) : (
    <TextBlock
      label={`Spec of generation ${generation.generation}`}
      path="spec.yaml"
      text={toYaml(generation.spec)}
    />
  );
}
