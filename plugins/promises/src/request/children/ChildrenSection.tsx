import { Text } from '@backstage/ui';
import type { ResourceRequestDetail } from '@promissory/plugin-promises-common';
import { Section } from '../../layout/Section';
import { ChildTree } from './ChildTree';
import { countDelivered } from './countDelivered';

/** What a request consists of: absent where it made no other. */
export function ChildrenSection(props: {
  readonly request: Pick<
    ResourceRequestDetail,
    'children' | 'name' | 'namespace'
  >;
}) {
  const { children, name, namespace } = props.request;
  if (children.length === 0) {
    return null;
  }
  return (
    <Section
      title="What it consists of"
      aside={
        <Text variant="body-small" color="secondary" role="status">
          {countDelivered(children)}
        </Text>
      }
    >
      <ChildTree
        label={`Children of ${name}`}
        children={children}
        namespace={namespace}
      />
    </Section>
  );
}
