import { ButtonLink } from '@backstage/ui';
import { NotFoundState } from '@promissory/plugin-promises-react';
import { PageBody } from '../layout/PageBody';
import { usePromisesLinks } from '../routing/usePromisesLinks';

/** No page has this address. */
export function UnknownPage() {
  const links = usePromisesLinks();
  return (
    <PageBody label="Not found">
      <NotFoundState
        what="This page"
        action={
          <ButtonLink href={links.marketplace}>To the marketplace</ButtonLink>
        }
      />
    </PageBody>
  );
}
