import { useParams } from 'react-router-dom';
import { ButtonLink } from '@backstage/ui';
import { usePromise } from '@promissory/plugin-promises-react';
import { LoadedView } from '../feedback/LoadedView';
import { Crumbs } from '../layout/Crumbs';
import { PageBody } from '../layout/PageBody';
import { fromPromisePathSegment } from '../routing/promisePathSegment';
import { usePromisesLinks } from '../routing/usePromisesLinks';
import { PromiseView } from './PromiseView';

/** What one Promise offers, how it is made, and who ordered it. */
export function PromisePage() {
  const name = fromPromisePathSegment(useParams().name ?? '');
  const links = usePromisesLinks();
  const promise = usePromise(name);
  const title = promise.data?.title ?? name;
  return (
    <Crumbs entries={[{ label: title, href: links.promise(name) }]}>
      <PageBody label={title}>
        <LoadedView
          loaded={promise}
          what={`the Promise ${name}`}
          notFoundAction={
            <ButtonLink href={links.marketplace} variant="secondary">
              To the marketplace
            </ButtonLink>
          }
        >
          {data => <PromiseView promise={data} />}
        </LoadedView>
      </PageBody>
    </Crumbs>
  );
}
