import { Badge, Flex, Text } from '@backstage/ui';
import { MarkdownContent } from '@backstage/core-components';
import type { PromiseDetail } from '@promissory/plugin-promises-common';
import { AvailabilityChip } from '@promissory/plugin-promises-react';
import { PromiseIcon } from '../icons/PromiseIcon';
import { PageHeading } from '../layout/PageHeading';
import { Section } from '../layout/Section';
import { TwoColumns } from '../layout/TwoColumns';
import { RequiredBy } from '../requirements/RequiredBy';
import { RequirementList } from '../requirements/RequirementList';
import { RequestsOfPromise } from '../requests/RequestsOfPromise';
import { TextBlock } from '../yaml/TextBlock';
import { toYaml } from '../yaml/toYaml';
import { FindingList } from './FindingList';
import { LinkList } from './LinkList';
import { OrderButton } from './OrderButton';
import { OrderNotice } from './OrderNotice';
import { PipelineList } from './PipelineList';
import { PromiseFacts } from './PromiseFacts';
import { RevisionList } from './RevisionList';
import styles from './PromiseView.module.css';

/** A Promise as its page shows it. */
export function PromiseView(props: { readonly promise: PromiseDetail }) {
  const { promise } = props;
  return (
    <>
      <PageHeading
        icon={<PromiseIcon icon={promise.icon} />}
        title={promise.title}
        marks={<AvailabilityChip availability={promise.availability} />}
        subtitle={promise.description}
        actions={<OrderButton card={promise} />}
      />
      <OrderNotice promise={promise} />
      {promise.findings.length > 0 && (
        <Section title="Findings">
          <FindingList findings={promise.findings} />
        </Section>
      )}
      <TwoColumns
        main={
          <>
            {promise.whatYouGet.length > 0 && (
              <Section title="What you get">
                <ul className={styles.whatYouGet}>
                  {promise.whatYouGet.map(sentence => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              </Section>
            )}
            {promise.documentation && (
              <Section title="About it">
                <MarkdownContent
                  className={styles.documentation}
                  content={promise.documentation}
                />
              </Section>
            )}
            {promise.api && (
              <Section title="Its requests">
                <RequestsOfPromise promise={promise.name} />
              </Section>
            )}
            {promise.example && (
              <Section title="Example">
                <TextBlock
                  label="An example of an order"
                  path="example.yaml"
                  text={toYaml(promise.example)}
                />
              </Section>
            )}
            {(promise.pipelines.length > 0 || promise.orderable) && (
              <Section title="How it is made">
                <PipelineList pipelines={promise.pipelines} />
              </Section>
            )}
          </>
        }
        side={
          <>
            <Section title="Facts">
              <Flex direction="column" gap="3">
                <PromiseFacts promise={promise} />
                {promise.tags.length > 0 && (
                  <Flex gap="1" className={styles.tags}>
                    {promise.tags.map(tag => (
                      <Badge key={tag}>{tag}</Badge>
                    ))}
                  </Flex>
                )}
              </Flex>
            </Section>
            {promise.links.length > 0 && (
              <Section title="Links">
                <LinkList links={promise.links} />
              </Section>
            )}
            {!promise.api && (
              <Section title="Required by">
                <RequiredBy promise={promise} />
              </Section>
            )}
            {promise.requirements.length > 0 && (
              <Section title="Requirements">
                <RequirementList requirements={promise.requirements} />
              </Section>
            )}
            <Section title="Revisions">
              {promise.revisions.length > 0 ? (
                <RevisionList revisions={promise.revisions} />
              ) : (
                <Text color="secondary">None yet.</Text>
              )}
            </Section>
          </>
        }
      />
    </>
  );
}
