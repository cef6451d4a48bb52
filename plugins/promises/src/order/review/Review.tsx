import { Button, Flex, Text, TextAreaField } from '@backstage/ui';
import type {
  JsonObject,
  PromiseDetail,
  ResourceRequest,
} from '@promissory/plugin-promises-common';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Facts } from '../../layout/Facts';
import { Section } from '../../layout/Section';
import { TwoColumns } from '../../layout/TwoColumns';
import { TextBlock } from '../../yaml/TextBlock';
import { YamlDiff } from '../../yaml/YamlDiff';
import { toYaml } from '../../yaml/toYaml';
import type { OrderDraft } from '../OrderDraft';
import { PreviewSection } from '../preview/PreviewSection';
import styles from './Review.module.css';

/** What will be sent, as it will be stored; the last look before it is. */
export function Review(props: {
  readonly draft: OrderDraft;
  /** As admission would store it, with defaults. */
  readonly object: JsonObject;
  readonly promise: PromiseDetail;
  /** The request that is changed. */
  readonly current?: ResourceRequest;
  readonly isSending: boolean;
  readonly onComment: (comment: string) => void;
  readonly onBack: () => void;
  readonly onSend: () => void;
}) {
  const { draft, object, promise, current, isSending } = props;
  return (
    <TwoColumns
      main={
        <>
          {current && (
            <Section title="What changes">
              <YamlDiff
                label="Difference to the request as it is"
                before={current.spec}
                after={object.spec}
              />
            </Section>
          )}
          <PreviewSection
            promise={promise.name}
            draft={draft}
            isChange={current !== undefined}
          />
          <Section title={current ? 'The whole request' : 'What you order'}>
            <TextBlock
              label="The request as it will be stored"
              path="request.yaml"
              text={toYaml(object)}
            />
          </Section>
        </>
      }
      side={
        <Section title={current ? 'Change it?' : 'Order it?'}>
          <form
            className={styles.form}
            onSubmit={event => {
              event.preventDefault();
              props.onSend();
            }}
          >
            <Facts
              facts={[
                { label: 'Promise', value: promise.title },
                { label: 'Name', value: draft.name },
                { label: 'Namespace', value: draft.namespace },
                {
                  label: 'Owner',
                  value: draft.owner && (
                    <EntityDisplayName entityRef={draft.owner} disableTooltip />
                  ),
                },
              ]}
            />
            <TextAreaField
              label="Comment"
              description="Why, for whoever reads the history."
              value={draft.comment}
              onChange={props.onComment}
              maxLength={2000}
              rows={3}
            />
            <Flex gap="2" className={styles.buttons}>
              <Button type="submit" size="medium" isPending={isSending}>
                {current ? 'Change' : 'Order'}
              </Button>
              <Button
                variant="secondary"
                size="medium"
                isDisabled={isSending}
                onPress={props.onBack}
              >
                Back to the form
              </Button>
            </Flex>
            {promise.whatYouGet.length > 0 && !current && (
              <div className={styles.whatYouGet}>
                <Text as="p" variant="body-small" weight="bold">
                  What you get
                </Text>
                <ul>
                  {promise.whatYouGet.map(sentence => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              </div>
            )}
          </form>
        </Section>
      }
    />
  );
}
