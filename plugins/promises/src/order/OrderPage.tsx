import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { ButtonLink } from '@backstage/ui';
import type { PromiseDetail } from '@promissory/plugin-promises-common';
import { usePromise } from '@promissory/plugin-promises-react';
import { LoadedView } from '../feedback/LoadedView';
import { PromiseIcon } from '../icons/PromiseIcon';
import { Crumbs } from '../layout/Crumbs';
import { PageBody } from '../layout/PageBody';
import { PageHeading } from '../layout/PageHeading';
import { orderHint } from '../marketplace/orderHint';
import { OrderNotice } from '../promise/OrderNotice';
import { fromPromisePathSegment } from '../routing/promisePathSegment';
import { usePromisesLinks } from '../routing/usePromisesLinks';
import { newOrder } from './OrderDraft';
import { OrderSteps } from './OrderSteps';
import { suggestName } from './target/suggestName';

/** The form that orders from a Promise. */
export function OrderPage() {
  const name = fromPromisePathSegment(useParams().name ?? '');
  const links = usePromisesLinks();
  const promise = usePromise(name);
  const title = promise.data?.title ?? name;
  return (
    <Crumbs
      entries={[
        { label: title, href: links.promise(name) },
        { label: 'Order', href: links.order(name) },
      ]}
    >
      <PageBody label={`Order ${title}`}>
        <LoadedView
          loaded={promise}
          what={`the Promise ${name}`}
          shape="form"
          notFoundAction={
            <ButtonLink href={links.marketplace} variant="secondary">
              To the marketplace
            </ButtonLink>
          }
        >
          {data => <Order promise={data} />}
        </LoadedView>
      </PageBody>
    </Crumbs>
  );
}

function Order({ promise }: { readonly promise: PromiseDetail }) {
  const links = usePromisesLinks();
  const navigate = useNavigate();
  const [initial] = useState(() =>
    newOrder(promise, suggestName(promise.name, Math.random)),
  );
  const heading = (
    <PageHeading
      icon={<PromiseIcon icon={promise.icon} />}
      title={`Order ${promise.title}`}
      subtitle={promise.description}
    />
  );
  if (!orderHint(promise).orderable) {
    return (
      <>
        {heading}
        <OrderNotice promise={promise} />
        <div>
          <ButtonLink href={links.promise(promise.name)} variant="secondary">
            {`Back to ${promise.title}`}
          </ButtonLink>
        </div>
      </>
    );
  }
  return (
    <>
      {heading}
      <OrderSteps
        promise={promise}
        draftKey={promise.name}
        initial={initial}
        onSent={request => navigate(links.request(request.uid))}
      />
    </>
  );
}
