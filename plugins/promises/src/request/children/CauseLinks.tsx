import { Fragment } from 'react';
import { Link } from '@backstage/ui';
import type {
  ChildRequest,
  RequestState,
} from '@promissory/plugin-promises-common';
import { usePromisesLinks } from '../../routing/usePromisesLinks';
import { childKey } from './childTree';
import { findCause } from './findCause';

/** The way to the child that a request's state is because of, down to where the trouble began. */
export function CauseLinks(props: {
  readonly state: RequestState;
  readonly children: readonly ChildRequest[];
  readonly className?: string;
}) {
  const links = usePromisesLinks();
  const cause = findCause(props.state, props.children);
  if (cause.length === 0) {
    return null;
  }
  return (
    <p className={props.className}>
      {'Because of '}
      {cause.map((child, index) => (
        <Fragment key={childKey(child)}>
          {index > 0 && ', there of '}
          {child.uid ? (
            <Link href={links.request(child.uid)} weight="bold">
              {child.name}
            </Link>
          ) : (
            <strong>{child.name}</strong>
          )}
          {` (${child.promise.title})`}
        </Fragment>
      ))}
    </p>
  );
}
