import { Link, Text } from '@backstage/ui';
import type { ResourceRequestDetail } from '@promissory/plugin-promises-common';
import { usePromisesLinks } from '../../routing/usePromisesLinks';

/** Why a child has no button to change it, and where to change what it follows; nothing for other requests. */
export function BelongsTo(props: {
  readonly request: Pick<
    ResourceRequestDetail,
    'ancestors' | 'parentUid' | 'state'
  >;
}) {
  const { ancestors, parentUid, state } = props.request;
  const links = usePromisesLinks();
  if (!parentUid || state.name === 'Deleted') {
    return null;
  }
  const parent = ancestors.find(({ uid }) => uid === parentUid);
  return (
    <Text variant="body-small" color="secondary">
      {parent ? (
        <>
          It belongs to {parent.name} ({parent.promise.title}) and follows it.{' '}
          <Link href={links.request(parent.uid)} variant="body-small">
            {`Change ${parent.name} instead`}
          </Link>
        </>
      ) : (
        'It belongs to another request, which you may not see, and follows it.'
      )}
    </Text>
  );
}
